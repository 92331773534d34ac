import EVFacts
import Foundation

/// What all pages and answers share: the database, who may change it, and what is remembered between requests.
///
/// SQLite's work runs on threads of its own, so that none of it keeps other connections waiting.
public final class Site: Sendable {
  /// The database.
  public let path: String
  /// Whether facts may be corrected.
  public let isEditable: Bool
  /// What the pages are headed by.
  public let title: String

  /// How long an answer may take, in seconds.
  let seconds: Double

  private let store: FactStore
  private let watch: DatabaseWatch
  private let threads: WorkThreads
  private let lists: KeptLists
  private let memory = RememberedValues(most: 256)
  private let largeMemory = RememberedValues(most: 4)

  /// Opens the database; throws ``StoringError`` where there is none that can be read.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - isEditable: whether facts may be corrected; an older file is brought up to date then.
  ///   - title: what the pages are headed by.
  ///   - seconds: how long an answer may take.
  public init(path: String, isEditable: Bool = false, title: String = "evfacts", seconds: Double = 20) throws
  {
    self.seconds = seconds
    self.path = path
    self.isEditable = isEditable
    self.title = title
    if isEditable { _ = try FactStore(path: path, opening: .writeExisting) }
    store = try FactStore(path: path, opening: .readOnly)
    let watch = try DatabaseWatch(path: path)
    self.watch = watch
    lists = KeptLists { watch.version }
    // Who waits for a lock or a disk leaves room for others.
    threads = WorkThreads(count: max(4, ProcessInfo.processInfo.activeProcessorCount))
  }

  /// Reads the database, away from the threads that serve connections; ends where it takes too long or the reader is gone.
  public func read<Value: Sendable>(_ body: @escaping @Sendable (FactStore) throws -> Value) async throws
    -> Value
  {
    let store = store
    return try await threads.run(limit()) { try body(store) }
  }

  /// Changes the database on a connection of its own, which is closed when it is done.
  ///
  /// What is begun is brought to its end, whoever waits for it.
  public func change<Value: Sendable>(_ body: @escaping @Sendable (FactStore) throws -> Value) async throws
    -> Value
  {
    let path = path
    return try await threads.run(WorkLimit(seconds: seconds)) {
      try WorkLimit.$current.withValue(nil) {
        try body(FactStore(path: path, opening: .writeExisting))
      }
    }
  }

  /// A limit for the work of the request under way, from now on.
  func limit() -> WorkLimit {
    let reader = ConnectedReader.current
    return WorkLimit(seconds: seconds) { reader?.isGone != true }
  }

  /// A number that changes whenever the database does, whoever changes it; other runs of the server give others.
  public var version: Int64 { watch.version }

  /// What `make` gives, made anew only where the database changed since.
  ///
  /// - Parameters:
  ///   - name: one that no other value has.
  ///   - isLarge: whether only few such values fit into the memory.
  public func remembered<Value: Sendable>(_ name: String, isLarge: Bool = false, _ make: () throws -> Value)
    throws
    -> Value
  {
    try (isLarge ? largeMemory : memory).value(name, version: version, make)
  }

  /// A list that takes a while to make, of which there are few: just after a change, for a moment, it may be the one of
  /// before.
  func kept<Value: Sendable>(_ name: String, _ make: @escaping @Sendable (FactStore) throws -> Value) throws
    -> Value
  {
    let store = store
    return try lists.list(name) { try make(store) }
  }
}

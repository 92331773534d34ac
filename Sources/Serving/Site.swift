import EVFacts
import Foundation
import NIOPosix
import Synchronization

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

  private let store: FactStore
  private let watch: DatabaseWatch
  private let threads: NIOThreadPool
  private let making = NSRecursiveLock()
  private let memory = Mutex<(version: Int64, values: [String: any Sendable])>((0, [:]))

  /// Opens the database; throws ``StoringError`` where there is none that can be read.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - isEditable: whether facts may be corrected; an older file is brought up to date then.
  ///   - title: what the pages are headed by.
  public init(path: String, isEditable: Bool = false, title: String = "evfacts") throws {
    self.path = path
    self.isEditable = isEditable
    self.title = title
    if isEditable { _ = try FactStore(path: path, opening: .writeExisting) }
    store = try FactStore(path: path, opening: .readOnly)
    watch = try DatabaseWatch(path: path)
    threads = NIOThreadPool(numberOfThreads: max(2, ProcessInfo.processInfo.activeProcessorCount))
    threads.start()
  }

  deinit { threads.shutdownGracefully { _ in } }

  /// Reads the database, away from the threads that serve connections.
  public func read<Value: Sendable>(_ body: @escaping @Sendable (FactStore) throws -> Value) async throws
    -> Value
  {
    let store = store
    return try await threads.runIfActive { try body(store) }
  }

  /// Changes the database on a connection of its own, which is closed when it is done.
  public func change<Value: Sendable>(_ body: @escaping @Sendable (FactStore) throws -> Value) async throws
    -> Value
  {
    let path = path
    return try await threads.runIfActive { try body(FactStore(path: path, opening: .writeExisting)) }
  }

  /// A number that changes whenever the database does, whoever changes it; other runs of the server give others.
  public var version: Int64 { watch.version }

  /// What `make` gives, made anew only where the database changed since.
  ///
  /// - Parameter name: one that no other value has.
  public func remembered<Value: Sendable>(_ name: String, _ make: () throws -> Value) rethrows -> Value {
    let version = version
    let known = memory.withLock { memory in
      if memory.version != version { memory = (version, [:]) }
      return memory.values[name] as? Value
    }
    if let known { return known }
    // Who comes while it is made waits for it instead of making it too.
    making.lock()
    defer { making.unlock() }
    if let known = memory.withLock({ $0.version == version ? $0.values[name] as? Value : nil }) {
      return known
    }
    let made = try make()
    memory.withLock { if $0.version == version { $0.values[name] = made } }
    return made
  }
}

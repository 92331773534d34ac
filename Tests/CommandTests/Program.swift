import Foundation

/// The built program, run as a person runs it.
enum Program {
  /// What a run gave.
  struct Run {
    let status: Int32
    let output: String
    let notes: String
  }

  /// The folder of the package.
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The program lies beside the test bundle, whichever way the tests were built.
  static let path: URL = {
    var folder = URL(filePath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
    for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
      folder = bundle.bundleURL.deletingLastPathComponent()
    }
    return folder.appending(path: "evfacts")
  }()

  /// Runs it in a folder; no variable of the person who tests reaches it.
  static func run(
    _ arguments: [String], in folder: Folder, input: Data = Data(), environment: [String: String] = [:]
  )
    throws -> Run
  {
    // Files and not pipes: a program that writes much while it still reads cannot stall on them.
    let inputFile = try folder.write("stdin", input)
    let outputFile = try folder.write("stdout", Data())
    let notesFile = try folder.write("stderr", Data())
    let status = try Spawning.status(
      of: path.path(percentEncoded: false), arguments, in: folder.url.path(percentEncoded: false),
      environment: ["PATH": "/usr/bin:/bin"].merging(environment) { $1 },
      input: inputFile.path(percentEncoded: false),
      output: outputFile.path(percentEncoded: false), notes: notesFile.path(percentEncoded: false))
    return Run(
      status: status, output: try String(contentsOf: outputFile, encoding: .utf8),
      notes: try String(contentsOf: notesFile, encoding: .utf8))
  }
}

/// A folder of its own for a test, gone when the test is.
final class Folder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "evfacts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in it.
  func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

  /// Whether a file is there.
  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// Writes a file, and the folders on the way to it.
  @discardableResult
  func write(_ name: String, _ bytes: Data) throws -> URL {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
    return file
  }

  /// Writes a text.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> URL { try write(name, Data(text.utf8)) }

  /// Runs the program in the folder.
  func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws
    -> Program.Run
  {
    try Program.run(arguments, in: self, input: Data(input.utf8), environment: environment)
  }
}

extension Folder {
  /// A folder whose `evfacts.sqlite` holds the annotated articles of these tests.
  static func withFacts() throws -> Folder {
    let folder = try Folder()
    let annotated = Program.package.appending(path: "Tests/CommandTests/Annotated")
    for name in ["ledger.json", "others.jsonl"] {
      try folder.write(name, Data(contentsOf: annotated.appending(path: name)))
    }
    _ = try folder.run("import", "ledger.json", "others.jsonl")
    return folder
  }

  /// A folder whose `evfacts.sqlite` holds nothing.
  static func withEmptyDatabase() throws -> Folder {
    let folder = try Folder()
    try folder.write("none.jsonl", "{\"id\": null, \"line\": 1, \"error\": \"no article\"}")
    _ = try folder.run("import", "none.jsonl")
    return folder
  }

  /// The bytes of the database and its companions, to see whether a command changed them.
  func databaseBytes() throws -> Data { try Data(contentsOf: url.appending(path: "evfacts.sqlite")) }
}

import Foundation
import Testing

/// The annotated articles of `Tests/Corpus`, in and out again.
@Suite struct CorpusRoundTripTests {
  /// The files, those of a language together.
  private static func files() throws -> [String] {
    let corpus = Program.package.appending(path: "Tests/Corpus")
    let names = FileManager.default.enumerator(atPath: corpus.path(percentEncoded: false))
    let files = (names?.allObjects as? [String] ?? []).filter {
      $0.hasSuffix(".json") && !$0.hasPrefix("pages")
    }
    return files.sorted().map { corpus.appending(path: $0).path(percentEncoded: false) }
  }

  /// An object as text with its fields in a fixed order.
  private static func canonical(_ object: Any) throws -> String {
    try String(decoding: JSONSerialization.data(withJSONObject: object, options: .sortedKeys), as: UTF8.self)
  }

  @Test func everyFieldComesBackAndNothingIsAdded() throws {
    let folder = try Folder()
    let files = try Self.files()
    #expect(files.count > 400)
    let run = try Program.run(["import"] + files, in: folder)
    #expect(run.status == 0, "\(run.notes)")
    let exported = try folder.run("export", "--format", "jsonl").output.split(separator: "\n")
    #expect(exported.count == files.count)
    for (line, file) in zip(exported, files) {
      let gold = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file)))
      var fields = try #require(gold as? [String: Any])
      // What an article does not say comes back as nothing said.
      for name in ["url", "title", "publisher", "published", "language"] where fields[name] == nil {
        fields[name] = NSNull()
      }
      let back = try JSONSerialization.jsonObject(with: Data(line.utf8))
      #expect(try Self.canonical(back) == Self.canonical(fields), "\(file)")
    }
    let again = try Program.run(["import"] + files, in: folder)
    #expect(again.notes.hasSuffix(": \(files.count) known already\n"), "\(again.notes)")
    #expect(try folder.run("export", "--format", "jsonl").output.split(separator: "\n") == exported)
  }
}

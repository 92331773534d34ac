import Foundation
import Reading
import Testing

@Suite struct ReadingErrorTests {
  private func message(_ bytes: [UInt8], _ name: String?, encoding: String? = nil) -> String? {
    do {
      _ = try ArticleReader(overrides: ReadingOverrides(encoding: encoding)).read(bytes: bytes, name: name)
      return nil
    } catch { return error.description }
  }

  @Test func aMissingFileIsNamed() {
    #expect(throws: ReadingError.missing(path: "no/such.txt")) {
      try ArticleReader().read(path: "no/such.txt")
    }
    #expect(throws: ReadingError.missing(path: "no/such")) { try FolderWalk.files(at: "no/such") }
    #expect(
      ReadingError.missing(path: "no/such.txt").description.hasPrefix("there is no 'no/such.txt'. Try: "))
  }

  @Test func aFolderWithoutArticlesIsNamed() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "empty-\(UInt64.random(in: 0 ... .max))")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    #expect(throws: ReadingError.folderWithoutArticles(path: folder.path)) {
      try FolderWalk.files(at: folder.path)
    }
    #expect(throws: ReadingError.unreadable(path: folder.path)) {
      try ArticleReader().read(path: folder.path)
    }
    #expect(
      ReadingError.folderWithoutArticles(path: "f").description
        == "no articles in the folder 'f'. Try: files that end in .txt .md .html .htm .json .jsonl .xml .rss .atom .warc .pdf, each also with .gz"
    )
  }

  @Test(arguments: [
    [UInt8](repeating: 0, count: 500), Array("PK\u{3}\u{4}".utf8), [0x89, 0x50, 0x4E, 0x47, 0x0D],
  ])
  func aBinaryFileIsRefused(bytes: [UInt8]) {
    #expect(message(bytes, "a.txt") == "'a.txt' is not text. Try: save it as text or HTML first")
  }

  @Test(arguments: ["", " \n\t\r\n", "\u{FEFF}"])
  func anEmptyFileIsRefused(text: String) {
    #expect(
      message(Array(text.utf8), "a.txt") == "'a.txt' is empty. Try: save the article again, with its text")
  }

  @Test func aPageWithoutTextIsRefused() {
    #expect(
      message(Array("<html><script>let a = 1</script></html>".utf8), "a.html")?.hasPrefix(
        "found no article text in 'a.html'") == true)
  }

  @Test func brokenJSONIsPlacedByLine() {
    let twoLines = Array("{\"text\": \"One.\"}\n{\"text\": ".utf8)
    #expect(message(twoLines, "a.jsonl")?.hasPrefix("line 2 of 'a.jsonl' is not valid JSON. Try: ") == true)
    let noText = Array("{\"text\": \"One.\"}\n{\"title\": \"Two\"}".utf8)
    #expect(
      message(noText, "a.jsonl")?.hasPrefix("the article on line 2 of 'a.jsonl' has no text. Try: ") == true)
    #expect(message(Array("[1, 2]".utf8), "a.json")?.hasPrefix("line 1 of 'a.json'") == true)
  }

  @Test func whatIsNoFeedIsRefused() {
    #expect(
      message(Array("<?xml version=\"1.0\"?><sitemap><url>x</url></sitemap>".utf8), "a.rss")?.hasPrefix(
        "'a.rss' is neither RSS nor Atom") == true)
  }

  @Test func brokenGzipIsRefused() {
    let broken: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + [UInt8](repeating: 0xFF, count: 40)
    #expect(
      message(broken, "a.txt.gz")?.hasPrefix("'a.txt.gz' is broken where it is compressed. Try: ") == true)
  }

  @Test func anUnknownEncodingIsNamed() {
    #expect(
      message(Array("Text.".utf8), "a.txt", encoding: "klingon")?.hasPrefix(
        "there is no encoding 'klingon'. Try: utf-8") == true)
  }

  @Test func sizesAreToldInMegabytes() {
    #expect(
      ReadingError.tooLarge(name: "a.gz", limit: 1 << 29).description
        == "'a.gz' holds more than 512 MB. Try: split it into smaller files")
    #expect(
      ReadingError.unreadable(path: "a").description
        == "cannot read 'a'. Try: look at its permissions with ls -l")
  }
}

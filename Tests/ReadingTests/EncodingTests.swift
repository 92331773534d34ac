import Facts
import Foundation
import Reading
import Testing

@Suite struct EncodingTests {
  private static let german =
    "Über Größe\n\nDer Käufer zahlt 30.000 € für das größte Auto, „schön“ und günstig zugleich."
  private static let simplified = "流明公布销量\n\n流明汽车周二表示，公司去年交付了十二万辆电动汽车，今年的目标是二十万辆。"
  private static let traditional = "流明公布銷量\n\n流明汽車週二表示，公司去年交付了十二萬輛電動車，今年的目標是二十萬輛。"
  private static let japanese = "新型車を発表\n\n同社は火曜日、新しい電気自動車を発表した。価格は三百万円からで、来月に発売する。"

  private func read(_ bytes: [UInt8], name: String = "a.txt", encoding: String? = nil) throws -> ReadArticle {
    try #require(
      try ArticleReader(overrides: ReadingOverrides(encoding: encoding)).read(bytes: bytes, name: name).first)
  }

  /// A text in an encoding of which only the name is at hand everywhere.
  private func bytes(_ text: String, _ encoding: String) throws -> [UInt8] {
    let codes: [String: String.Encoding] = [
      "utf-16le": .utf16LittleEndian, "utf-16be": .utf16BigEndian, "windows-1252": .windowsCP1252,
      "shift_jis": .shiftJIS,
      "gb18030": String.Encoding(rawValue: 0x8000_0632), "big5": String.Encoding(rawValue: 0x8000_0A03),
    ]
    let code = try #require(codes[encoding])
    return [UInt8](try #require(text.data(using: code)))
  }

  @Test(arguments: [
    ("utf-16le", german), ("utf-16be", german), ("windows-1252", german), ("gb18030", simplified),
    ("big5", traditional),
    ("shift_jis", japanese),
  ])
  func aTextWithoutAWordOfItsEncodingIsGuessed(encoding: String, text: String) throws {
    let read = try read(bytes(text, encoding))
    #expect(read.article.title.map { $0 + "\n\n" + read.article.text } == text)
    #expect(read.notes.contains { $0.field == "encoding" && $0.value == encoding && !$0.isDeclared })
  }

  @Test(
    arguments: [([0xEF, 0xBB, 0xBF], "utf-8"), ([0xFF, 0xFE], "utf-16le"), ([0xFE, 0xFF], "utf-16be")]
      as [([UInt8], String)])
  func aByteOrderMarkDecides(mark: [UInt8], encoding: String) throws {
    let body =
      encoding == "utf-8" ? Array(EncodingTests.german.utf8) : try bytes(EncodingTests.german, encoding)
    let read = try read(mark + body)
    #expect(read.article.title == "Über Größe")
    #expect(read.notes.contains { $0.field == "encoding" && $0.value == encoding })
  }

  @Test(arguments: [
    ("<meta charset=gbk>", "gb18030", simplified),
    ("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=Big5'>", "big5", traditional),
    ("<meta charset=\"iso-8859-1\">", "windows-1252", german),
  ])
  func aPagesOwnWordCounts(meta: String, encoding: String, text: String) throws {
    let parts = text.split(separator: "\n").map(String.init)
    let page = "<html><head>\(meta)<title>\(parts[0])</title></head><body><p>\(parts[1])</p></body></html>"
    let read = try read(bytes(page, encoding), name: "a.html")
    #expect(read.article.title == parts[0])
    #expect(read.article.text == parts[1])
  }

  @Test func validUTF8IsBelievedOverAFalseWord() throws {
    let page =
      "<html><head><meta charset=iso-8859-1><title>Größe</title></head><body><p>Der Käufer zahlt mehr, als er muß.</p></body></html>"
    #expect(try read(Array(page.utf8), name: "a.html").article.text == "Der Käufer zahlt mehr, als er muß.")
  }

  @Test func brokenBytesAreMarkedAndCounted() throws {
    var bytes = Array("Titel\n\nDer Käufer zahlt für das größte Auto, schön und günstig, ".utf8)
    bytes += [0xFF] + Array("mehr als früher.".utf8) + [0xE4, 0xB8]
    let read = try read(bytes)
    #expect(read.article.text.contains("günstig, \u{FFFD}mehr"))
    #expect(read.notes.contains { $0.field == "encoding" && $0.source.contains("2 broken characters") })
  }

  @Test func anEncodingThatIsGivenIsUsed() throws {
    #expect(
      try read([0x54, 0x0A, 0xC1, 0xC2, 0x2E, 0x20, 0xC3, 0x2E], encoding: "koi8-r").article.text == "аб. ц.")
    #expect(try read([0x41, 0x80, 0x2E], encoding: "CP1252").article.text == "A€.")
  }

  /// 岚光 in GB18030, Big5 and Shift-JIS's 電車, again and again.
  @Test(arguments: [
    ("gb18030", [0xE1, 0xB0, 0xB9, 0xE2]), ("big5", [0xB4, 0x50, 0xA5, 0xFA]),
    ("shift_jis", [0x93, 0x64, 0x8E, 0xD4]),
  ])
  func longTextsAndBrokenBytesOfTwoByteEncodingsAreRead(encoding: String, word: [UInt8]) throws {
    let long = Array("T\n\n".utf8) + [[UInt8]](repeating: word, count: 20_000).joined() + Array(".".utf8)
    #expect(try read(long, encoding: encoding).article.text.unicodeScalars.count == 40_001)
    for broken: [UInt8] in [[0xFF], [0x81], [0xFF, 0xFF, 0x2E, 0x81]] {
      let read = try read(Array("T\n\n".utf8) + word + Array(". ".utf8) + broken, encoding: encoding)
      #expect(read.article.text.contains("\u{FFFD}"))
      #expect(read.notes.contains { $0.field == "encoding" && $0.value == encoding })
    }
  }
}

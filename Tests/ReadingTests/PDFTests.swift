import Facts
import Foundation
import Testing

@testable import Reading

/// PDF files, read by a program that may be missing, slow or unable.
@Suite struct PDFTests {
  /// Whether `pdftotext` is there to be tried.
  private static let hasReader = [
    "/usr/bin/pdftotext", "/usr/local/bin/pdftotext", "/opt/homebrew/bin/pdftotext",
  ]
  .contains { FileManager.default.isExecutableFile(atPath: $0) }

  /// A PDF of one page with lines of text.
  static func pdf(_ lines: [String]) -> [UInt8] {
    let stream =
      "BT /F1 12 Tf 72 720 Td 16 TL " + lines.map { "(\($0)) Tj T*" }.joined(separator: " ") + " ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    var text = "%PDF-1.4\n"
    var places: [Int] = []
    for (at, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(at + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = text.utf8.count
    text += "xref\n0 6\n0000000000 65535 f \n"
    for place in places {
      text += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n"
    }
    return Array((text + "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n").utf8)
  }

  /// A program that stands in for `pdftotext`, gone when the value is.
  private final class StandIn {
    let path: String
    init(_ script: String) throws {
      path =
        FileManager.default.temporaryDirectory.appendingPathComponent("stand-in-\(UUID().uuidString)").path
      try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: path + ".sh"))
      // Written by a program of its own: what another test starts meanwhile would hold a file of ours open for writing, and a
      // file that is open so cannot be run.
      let install = Process()
      install.executableURL = URL(filePath: "/usr/bin/install")
      install.arguments = ["-m", "755", path + ".sh", path]
      try install.run()
      install.waitUntilExit()
      #expect(install.terminationStatus == 0)
    }
    deinit {
      unlink(path)
      unlink(path + ".sh")
    }
  }

  @Test(.enabled(if: hasReader, "pdftotext is not installed"))
  func aPressReleaseBecomesAnArticle() throws {
    let lines = [
      "Lumo shows the L5", "Hamburg, 13 November 2025 - Lumo has shown the L5, which costs 30,000 euros.",
      "It will reach its first buyers in the month of May.",
    ]
    for name in ["a.pdf", nil] {
      let article = try ArticleReader().read(bytes: PDFTests.pdf(lines), name: name)[0].article
      #expect(article.title == "Lumo shows the L5")
      #expect(article.text.contains("which costs 30,000 euros."))
      #expect(article.published?.description == "2025-11-13")
    }
  }

  @Test(.enabled(if: hasReader, "pdftotext is not installed"))
  func whatHasNoTextOrIsBrokenIsNamed() {
    #expect(throws: ReadingError.picturesOnly(name: "a.pdf")) {
      try ArticleReader().read(bytes: PDFTests.pdf([]), name: "a.pdf")
    }
    #expect(throws: ReadingError.badPDF(name: "a.pdf")) {
      try ArticleReader().read(bytes: Array("%PDF-1.7\nnothing of the sort".utf8), name: "a.pdf")
    }
  }

  @Test func aMissingProgramIsNamed() {
    #expect(throws: ReadingError.withoutPDFReader(name: "a.pdf")) {
      try PDFText.text(of: [0x25], name: "a.pdf", program: "no-such-pdftotext")
    }
    #expect(
      ReadingError.withoutPDFReader(name: "a.pdf").description
        == "cannot read the PDF 'a.pdf': the program pdftotext is missing. Try: apt-get install poppler-utils, or brew install poppler"
    )
  }

  @Test func aProgramThatHangsIsEnded() throws {
    let program = try StandIn("exec sleep 600")
    #expect(throws: ReadingError.slowPDF(name: "a.pdf", limit: 1)) {
      try PDFText.text(of: [0x25], name: "a.pdf", program: program.path, seconds: 1)
    }
  }

  @Test func theProgramGetsACopyUnderANameOfOurs() throws {
    // Writes its arguments, and what its input holds, where the text belongs.
    let program = try StandIn("for last; do :; done; echo \"$*\" > \"$last\"; cat \"$7\" >> \"$last\"")
    let text = try PDFText.text(of: Array("content".utf8), name: "$(touch x); -a.pdf", program: program.path)
    #expect(text.hasPrefix("-enc UTF-8 -eol unix -nopgbrk -q "))
    #expect(text.hasSuffix("content"))
    #expect(!text.contains("touch"))
  }

  @Test func failuresSayWhatToTry() {
    #expect(
      ReadingError.badPDF(name: "a").description.hasPrefix(
        "the PDF 'a' is broken or locked with a password. Try: "))
    #expect(ReadingError.picturesOnly(name: "a").description.hasPrefix("the PDF 'a' has no text"))
    #expect(
      ReadingError.slowPDF(name: "a", limit: 60).description
        == "the PDF 'a' was not read within 60 seconds. Try: save its text as .txt")
  }
}

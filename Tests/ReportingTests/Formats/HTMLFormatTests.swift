import Facts
import Reporting
import Testing

@Suite struct HTMLFormatTests {
  /// A fact of an article that means to take the page over.
  private static let hostile: FactRow = {
    var row = Samples.target
    row.fact.manufacturer = "<img src=x onerror=alert(1)>"
    row.fact.model = "\"><script>alert(2)</script>"
    row.fact.evidence = "</q><script>alert(3)</script>\u{202E}"
    row.fact.when = Period("2024-06")
    row.fact.kind = .launch
    row.article.title = "</title><script>"
    row.article.publisher = "a' onmouseover='x"
    row.article.url = "javascript:alert(4)"
    return row
  }()

  @Test func escapesAllThatAnArticleSays() throws {
    var report = FactReport.of([Self.hostile])
    report.title = "<b>Title"
    report.charts = [try #require(LaunchTimeline.of([Self.hostile]))]
    let page = try HTMLFormat().text(of: report)
    for markup in ["<script", "<img", "javascript:", "<b>", "\u{202E}", "onmouseover='"] {
      #expect(!page.contains(markup), "\(markup)")
    }
    #expect(page.contains("&lt;script&gt;alert(3)"))
  }

  @Test func needsNothingElse() throws {
    var row = Samples.target
    row.article.url = "https://news.example/?a=1&b=\"2\""
    let page = try HTMLFormat().text(of: FactReport.of([row]))
    #expect(page.contains("href=\"https://news.example/?a=1&amp;b=&quot;2&quot;\""))
    for reference in ["<link", "<script", "@import", "url(", "src="] { #expect(!page.contains(reference)) }
    #expect(page.contains("default-src 'none'") && page.contains("@media print"))
  }

  @Test func saysSoWhereThereIsNothing() throws {
    let page = try HTMLFormat().text(of: FactReport.of([]))
    #expect(page.contains("<p>There is nothing of that.</p>") && page.contains("</html>"))
  }
}

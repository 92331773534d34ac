import Facts
import Reporting
import Testing

@Suite struct MarkdownFormatTests {
  @Test func writesATableThatEndsWithTheArticle() throws {
    var row = Samples.target
    row.article.url = "https://news.example/a(1)"
    #expect(
      try MarkdownFormat().text(of: FactReport.of([row])) == """
        | manufacturer | model | attribute | value | when | market | status | article |
        | --- | --- | --- | --: | --- | --- | --- | --- |
        | Xiaomi | SU7 | deliveries | 130,000 vehicles | 2024 | China | planned | [Der "Stromfahrer", 2024-11-30](<https://news.example/a%281%29>) |

        """)
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("<script>", "&lt;script&gt;"), ("[x](javascript:y)", "\\[x\\](javascript:y)"),
    ("*_`#", "\\*\\_\\`\\#"), ("a\nb", "a b"), ("&lt;", "&amp;lt;"),
  ])
  func letsNoTextBecomeMarkup(text: String, escaped: String) throws {
    let report = ValueReport.of(columns: ["x"], rows: [[.text(text)]])
    #expect(try MarkdownFormat().text(of: report) == "| x |\n| --- |\n| \(escaped) |\n")
  }

  @Test func linksOnlyToPagesOfTheWeb() throws {
    var row = Samples.target
    row.article.url = "javascript:alert(1)"
    #expect(try !MarkdownFormat().text(of: FactReport.of([row])).contains("javascript"))
  }
}

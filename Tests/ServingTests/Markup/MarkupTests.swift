import Testing

@testable import Serving

/// Markup that escapes by construction, and the queries of addresses.
@Suite struct MarkupTests {
  private func text(_ html: HTML) -> String { String(decoding: html.bytes, as: UTF8.self) }

  @Test func whatIsPutInIsText() {
    let evil = "<script>\"&'\u{0}\u{202E}"
    #expect(
      text("<p title=\"\(evil)\">\(evil)</p>")
        == "<p title=\"&lt;script&gt;&quot;&amp;&#39;\u{FFFD}\u{FFFD}\">&lt;script&gt;&quot;&amp;&#39;\u{FFFD}\u{FFFD}</p>"
    )
    let inner: HTML = "<b>\(1)</b>"
    #expect(text("\(inner)\(nil as String?)\(nil as HTML?)") == "<b>1</b>")
    #expect(text("\("<i>" as HTML, if: true)\("<u>" as HTML, if: false)") == "<i>")
    #expect(
      text("<a href=\"\(Address("/a").with("q", "x&y").with("z", "\""))\">")
        == "<a href=\"/a?q=x%26y&amp;z=%22\">")
    #expect(text(HTML(["a", "b", "c"], between: ", ")) == "a, b, c")
    #expect(text("\("零跑 é ’")") == "零跑 é ’")
  }

  @Test(arguments: [
    ("q=a+b%20c&x=1", "q", "a b c"), ("q=%E9%9B%B6", "q", "零"), ("q=100%&x=2", "q", "100%"),
    ("q=a%2", "q", "a%2"),
    ("q=%zz", "q", "%zz"), ("q=+&q=", "q", nil), ("q=a&q=b", "q", "b"), ("", "q", nil), ("q", "q", nil),
    ("q=%00a", "q", "a"), ("%71=x", "q", "x"), ("q=a=b", "q", "a=b"),
  ])
  func queriesAreReadAsFormsWriteThem(query: String, name: String, expected: String?) {
    #expect(QueryItems(query)[name] == expected)
  }

  @Test func numbersOfAQueryAreWholeAndNotNegative() {
    let query = QueryItems("a=5&b=-1&c=1e3&d=99999999999999999999&e=")
    #expect(query.number("a") == 5)
    for name in ["b", "c", "d", "e", "f"] { #expect(query.number(name) == nil) }
  }
}

import Facts
import Reporting
import Storing

/// The report of a search: articles with the passage in which the words stand, the words marked.
public enum SearchReport {
  /// The hits as a report; `start` and `end` are the passage's bytes in the article's text.
  public static func of(_ hits: [SearchHit]) -> Report<SearchHit> {
    Report(
      columns: articleColumns + [
        Column("passage") { .text($0.snippet) },
        Column("start", isNumeric: true) { .number(Double($0.place.start)) },
        Column("end", isNumeric: true) { .number(Double($0.place.end)) },
      ],
      tableColumns: articleColumns.filter { $0.name != "url" },
      notes: { hit, style in [passage(of: hit, style)] },
      rows: hits)
  }

  private static let articleColumns: [Column<SearchHit>] = Column.ofArticle { $0.article }

  private static func passage(of hit: SearchHit, _ style: TextStyle) -> String {
    let bytes = Array(hit.snippet.utf8)
    var text = ""
    var position = 0
    func part(to end: Int) -> String {
      TextStyle.harmless(String(decoding: bytes[position..<end], as: UTF8.self))
    }
    for mark in hit.marks.sorted() where mark.start >= position && mark.end <= bytes.count {
      text += part(to: mark.start)
      position = mark.start
      text += style.marked(part(to: mark.end))
      position = mark.end
    }
    return text + part(to: bytes.count)
  }
}

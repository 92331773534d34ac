import ArgumentParser
import EVFacts

/// `evfacts schema`: the database's public interface.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "List the views of the database, and with a name what its columns mean.",
    discussion: """
      The views are what any SQLite tool may rely on; tables below them may change with a new version.

      EXAMPLES
        evfacts schema
        evfacts schema prices
        evfacts schema --format json
      """)

  @Argument(help: "The view.")
  var view: String?

  @OptionGroup var format: FormatOption

  func run() throws {
    let views = PublicSchema.views
    if let view, !views.contains(where: { $0.name == view }) { throw LookupError.noView(name: view) }
    guard view != nil || format.format != .table else {
      let rows = views.map { [SQLValue.text($0.name), .text($0.meaning)] }
      let report = ValueReport.of(columns: ["view", "meaning"], rows: rows)
      try TableFormat(style: .ofTerminal, fieldLimit: 120).write(report) { try TextOutput().writeNow($0) }
      return Notes.write("The columns of one: evfacts schema prices")
    }
    let rows = views.filter { view == nil || $0.name == view }.flatMap { view in
      view.columns.map { [SQLValue.text(view.name), .text($0.name), .text($0.meaning)] }
    }
    var report = ValueReport.of(columns: ["view", "column", "meaning"], rows: rows)
    report.title = "The database"
    guard format.format == .table else { return try format.write(report, to: TextOutput()) }
    try TableFormat(style: .ofTerminal, fieldLimit: 120).write(report) { try TextOutput().writeNow($0) }
  }
}

/// The schema's steps, in the order of their numbers.
///
/// A shipped step is never edited.
public enum Migrations {
  /// One step: its name without the ending, and its SQL.
  public struct Step: Sendable {
    /// `0001_articles`.
    public let name: String
    /// The statements.
    public let sql: String
  }

  /// All steps in order.
  public static var all: [Step] {
    EmbeddedFiles.all.map { file in
      Step(name: String("\(file.name)".dropLast(".sql".count)), sql: "\(file.text)")
    }.sorted { $0.name < $1.name }
  }
}

/// Why the database could not do what was asked: what happened, to which file, and what to try.
public enum StoringError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no file, and a reader makes none.
  case missing(path: String)
  /// There is a file where a new one is to be made.
  case exists(path: String)
  /// The file cannot be opened or made.
  case cannotOpen(path: String, reason: String)
  /// The file is no SQLite database.
  case notADatabase(path: String)
  /// The file is a SQLite database of some other program.
  case foreign(path: String)
  /// A newer evfacts made the database.
  case newer(path: String, version: Int, known: Int)
  /// An older evfacts made the database, and a reader changes nothing.
  case older(path: String, version: Int, known: Int)
  /// Another program has been writing for longer than the wait.
  case locked(path: String)
  /// The disk has no room.
  case diskFull(path: String)
  /// The file, its folder, or this way of opening it does not allow writing.
  case readOnly(path: String)
  /// The file is damaged.
  case damaged(path: String, detail: String)
  /// No stored fact has the number.
  case unknownFact(id: Int64)
  /// Nobody said anything of the fact that could be taken back.
  case notCorrected(id: Int64)
  /// A statement that SQLite does not accept.
  case statement(sql: String, detail: String)
  /// A statement that does more than read.
  case writes(sql: String)
  /// A statement that took longer than it may.
  case tooSlow(seconds: Double)
  /// A statement lacks a column that a row of facts needs.
  case missingColumn(name: String, sql: String)
  /// Anything else that SQLite reports.
  case failed(path: String, detail: String)

  /// What happened, which file or value, and a line to try.
  public var description: String {
    switch self {
    case .missing(let path):
      """
      there is no database '\(path)'.
      Try: make one by importing or ingesting into it, or check the path
      """
    case .exists(let path):
      """
      there is a file '\(path)' already.
      Try: another name; this file was left as it is
      """
    case .cannotOpen(let path, let reason):
      """
      cannot open the database '\(path)': \(reason).
      Try: a path in a folder that exists and that you may write to
      """
    case .notADatabase(let path):
      """
      '\(path)' is not a database.
      Try: another path; this file was left as it is
      """
    case .foreign(let path):
      """
      '\(path)' is a SQLite database, but not one of evfacts.
      Try: another path; this file was left as it is
      """
    case .newer(let path, let version, let known):
      """
      the database '\(path)' has schema \(version), this evfacts knows schemas up to \(known).
      Try: the evfacts that made it; the file was left as it is
      """
    case .older(let path, let version, let known):
      """
      the database '\(path)' has schema \(version), this evfacts reads schema \(known).
      Try: any command that writes to it, such as an import; it upgrades the file and keeps a copy
      """
    case .locked(let path):
      """
      the database '\(path)' is locked: another program is writing to it.
      Try: again when that program has finished
      """
    case .diskFull(let path):
      """
      the disk is full; nothing was stored in '\(path)'.
      Try: again after making room
      """
    case .readOnly(let path):
      """
      cannot write to '\(path)': it is read-only.
      Try: a copy of it in a folder that you may write to
      """
    case .damaged(let path, let detail):
      """
      the database '\(path)' is damaged: \(detail).
      Try: sqlite3 '\(path)' .recover
      """
    case .unknownFact(let id):
      """
      there is no fact \(id).
      Try: the fact_id of a row in the view claims
      """
    case .notCorrected(let id):
      """
      nobody corrected or dropped fact \(id).
      Try: evfacts corrections
      """
    case .statement(let sql, let detail):
      """
      SQLite does not accept the statement: \(detail), in '\(sql)'.
      Try: a SELECT from the view claims
      """
    case .writes(let sql):
      """
      only statements that read are run, not '\(sql)'.
      Try: a SELECT from one of the views that evfacts schema lists
      """
    case .tooSlow(let seconds):
      """
      the statement took longer than \(Int(seconds)) seconds and was stopped.
      Try: a condition that leaves more out, or --seconds 600
      """
    case .missingColumn(let name, let sql):
      """
      the statement gives no column '\(name)', in '\(sql)'.
      Try: SELECT * from one of the views of facts
      """
    case .failed(let path, let detail):
      """
      the database '\(path)' reports: \(detail).
      Try: again, or a copy of the file
      """
    }
  }
}

import Foundation

/// Why a file cannot be read or written, and what to try.
public enum FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It is not there, or cannot be read.
  case unreadable(path: String, reason: String)
  /// It cannot be written.
  case unwritable(path: String, reason: String)
  /// It is a folder where a file is wanted.
  case folder(path: String)
  /// The file holds nothing.
  case empty(path: String)
  /// The file is no JSON, or not of the documented form.
  case malformed(path: String, line: Int?, fault: String)
  /// A folder holds no file that is wanted.
  case noFiles(folder: String, wanted: String)
  /// A line has more bytes than the limit.
  case lineTooLong(path: String, line: Int, limit: Int)

  /// The message, lower case, and what to try.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "cannot read '\(path)': \(reason). Try: ls -l '\(path)' to see who may read it"
    case .unwritable(let path, let reason):
      "cannot write '\(path)': \(reason). Try: another place, with -o FILE"
    case .folder(let path):
      "'\(path)' is a folder, not a file. Try: naming the files in it, '\(path)'/*.jsonl"
    case .empty(let path):
      "'\(path)' is empty. Try: a file with an article in it"
    case .lineTooLong(let path, let line, let limit):
      "line \(line) of '\(path)' is longer than \(limit >> 20) MB. Try: one article a line"
    case .noFiles(let folder, let wanted):
      "there are no files that end in \(wanted) in the folder '\(folder)'. Try: another folder, or ls '\(folder)'"
    case .malformed(let path, let line, let fault):
      "cannot import '\(path)'\(line.map { ", line \($0)" } ?? ""): \(fault). Try: evfacts import --help for the form"
    }
  }

  /// What the system says of an error number, lower case.
  public static func reason(of number: Int32) -> String {
    String(cString: strerror(number)).lowercased()
  }
}

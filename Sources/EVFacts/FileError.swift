import Foundation

/// Why a file cannot be read or written, and what to try.
public enum FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No such file or folder.
  case missing(path: String)
  /// It is there but cannot be read.
  case unreadable(path: String, reason: String)
  /// It cannot be written.
  case unwritable(path: String, reason: String)
  /// It is a folder where a file is wanted.
  case folder(path: String)
  /// The folder holds nothing that can be read as an article.
  case noArticles(path: String)
  /// The file holds nothing.
  case empty(path: String)
  /// The file is no JSON, or not of the documented form.
  case malformed(path: String, line: Int?, fault: String)

  /// The message, lower case, and what to try.
  public var description: String {
    switch self {
    case .missing(let path):
      "cannot find '\(path)'.\nTry: ls '\(FileError.folder(of: path))' to see what is there"
    case .unreadable(let path, let reason):
      "cannot read '\(path)': \(reason).\nTry: ls -l '\(path)' to see who may read it"
    case .unwritable(let path, let reason):
      "cannot write '\(path)': \(reason).\nTry: another place, with -o FILE"
    case .folder(let path):
      "'\(path)' is a folder, not a file.\nTry: naming the files in it, '\(path)'/*.jsonl"
    case .noArticles(let path):
      "the folder '\(path)' holds no articles.\nTry: a folder with .txt, .html or .jsonl files in it"
    case .empty(let path):
      "'\(path)' is empty.\nTry: a file with an article in it"
    case .malformed(let path, let line, let fault):
      "cannot import '\(path)'\(line.map { ", line \($0)" } ?? ""): \(fault).\nTry: evfacts import --help for the form"
    }
  }

  /// What the system says of an error number, lower case.
  public static func reason(of number: Int32) -> String {
    String(cString: strerror(number)).lowercased()
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

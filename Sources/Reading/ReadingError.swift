/// Why a file gave no article.
public enum ReadingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is nothing at the path.
  case missing(path: String)
  /// The path is there and cannot be read.
  case unreadable(path: String)
  /// The folder holds no file that evfacts reads.
  case folderWithoutArticles(path: String)
  /// The bytes are no text.
  case binary(name: String)
  /// There are no bytes, or only white space.
  case empty(name: String)
  /// A page or feed without a text in it.
  case withoutText(name: String)
  /// The JSON is broken at a line.
  case badJSON(name: String, line: Int)
  /// The JSON object on a line has no `text`.
  case objectWithoutText(name: String, line: Int)
  /// The bytes are no web archive.
  case notAnArchive(name: String)
  /// A PDF file, and the program that reads those is not installed.
  case withoutPDFReader(name: String)
  /// The PDF file is broken or locked.
  case badPDF(name: String)
  /// The PDF file has pictures of pages and no text.
  case picturesOnly(name: String)
  /// The PDF file took longer than the limit in seconds.
  case slowPDF(name: String, limit: Int)
  /// Neither RSS nor Atom.
  case notAFeed(name: String)
  /// The compressed bytes are broken.
  case badCompression(name: String)
  /// The file, or what it unpacks to, is larger than the limit in bytes.
  case tooLarge(name: String, limit: Int)
  /// The encoding that was asked for is not known.
  case unknownEncoding(label: String)

  /// What happened, to which file, and what to try.
  public var description: String {
    switch self {
    case .missing(let path):
      "there is no '\(path)'. Try: check the spelling, or put a name with spaces in quotes"
    case .unreadable(let path):
      "cannot read '\(path)'. Try: look at its permissions with ls -l"
    case .folderWithoutArticles(let path):
      "no articles in the folder '\(path)'. Try: files that end in \(FileFormat.endings)"
    case .binary(let name):
      "'\(name)' is not text. Try: save it as text or HTML first"
    case .empty(let name):
      "'\(name)' is empty. Try: save the article again, with its text"
    case .withoutText(let name):
      "found no article text in '\(name)'. Try: paste the text into a .txt file"
    case .badJSON(let name, let line):
      "line \(line) of '\(name)' is not valid JSON. Try: one object a line in .jsonl, an object or an array in .json"
    case .objectWithoutText(let name, let line):
      "the article on line \(line) of '\(name)' has no text. Try: a field \"text\" with the article's words"
    case .notAFeed(let name):
      "'\(name)' is neither RSS nor Atom. Try: the name's ending .html if it is a page"
    case .notAnArchive(let name):
      "'\(name)' is no web archive: no record in it begins with WARC/. Try: the name's ending .html if it is a page"
    case .withoutPDFReader(let name):
      "cannot read the PDF '\(name)': the program pdftotext is missing. Try: apt-get install poppler-utils, or brew install poppler"
    case .badPDF(let name):
      "the PDF '\(name)' is broken or locked with a password. Try: open it in a viewer and save its text as .txt"
    case .picturesOnly(let name):
      "the PDF '\(name)' has no text, perhaps only pictures of its pages. Try: text recognition, such as ocrmypdf"
    case .slowPDF(let name, let limit):
      "the PDF '\(name)' was not read within \(limit) seconds. Try: save its text as .txt"
    case .badCompression(let name):
      "'\(name)' is broken where it is compressed. Try: gunzip --test, and fetch it again"
    case .tooLarge(let name, let limit):
      "'\(name)' holds more than \(limit / 1_048_576) MB. Try: split it into smaller files"
    case .unknownEncoding(let label):
      "there is no encoding '\(label)'. Try: utf-8, windows-1252, gb18030, big5 or shift_jis"
    }
  }
}

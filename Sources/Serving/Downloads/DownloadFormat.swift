import EVFacts
import Foundation

/// The files that a listing can be had as.
enum DownloadFormat: String, CaseIterable, Sendable {
  case csv, json, jsonl, xlsx

  /// The media type.
  var type: String {
    switch self {
    case .csv: "text/csv; charset=utf-8; header=present"
    case .json: "application/json"
    case .jsonl: "application/x-ndjson"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    }
  }

  /// The bytes of a report that is at hand.
  func bytes<Row>(of report: Report<Row>) throws -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ text: String) throws {
      try WorkLimit.check()
      bytes += text.utf8
    }
    switch self {
    case .csv: try CSVFormat().write(report, to: add)
    case .json: try JSONFormat().write(report, to: add)
    case .jsonl: try JSONLinesFormat().write(report, to: add)
    case .xlsx:
      // A workbook is made in a file; nobody else sees the folder, and it goes at once.
      let folder = FileManager.default.temporaryDirectory.appending(path: "evfacts-\(UUID().uuidString)")
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appending(path: "report.xlsx")
      try XLSXFormat().write(report, toFile: file.path(percentEncoded: false))
      bytes = [UInt8](try Data(contentsOf: file))
    }
    return bytes
  }
}

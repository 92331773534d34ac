import Facts
import Foundation
import Linking

/// Writes training rows: `TrainingData OUTPUT-FOLDER FILE…`, one text file a task, a row a line.
///
/// A row is article, group, label, then the features, parted by blanks; `TASK.names` has the features' names.
@main
struct TrainingData {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "extract", arguments.count == 2 { return try extract(weights: arguments[1]) }
    guard arguments.count >= 2 else {
      FileHandle.standardError.write(Data("usage: TrainingData OUTPUT-FOLDER FILE…\n".utf8))
      exit(64)
    }
    let folder = URL(filePath: arguments[0])
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var files: [String: String] = [:]
    var rows = TrainingRows()
    var missed = ""
    for path in arguments.dropFirst() {
      let annotated = try JSONDecoder().decode(AnnotatedArticle.self, from: Data(contentsOf: URL(filePath: path)))
      let (list, left) = rows.rows(of: annotated)
      for row in list {
        let features = row.features.map { $0 == $0.rounded() ? String(Int($0)) : String(format: "%.3f", $0) }.joined(separator: " ")
        files[row.task, default: ""] += "\(annotated.article.id) \(row.group) \(row.label) \(features)\n"
      }
      for fact in left { missed += "\(annotated.article.id) \(FactJSON.fact(fact))\n" }
    }
    for (task, text) in files {
      try text.write(to: folder.appending(path: task + ".rows"), atomically: true, encoding: .utf8)
      try TrainingRows.featureNames(task).joined(separator: "\n").write(to: folder.appending(path: task + ".names"), atomically: true, encoding: .utf8)
    }
    try rows.gaps.joined(separator: "\n").write(to: folder.appending(path: "gaps.txt"), atomically: true, encoding: .utf8)
    try missed.write(to: folder.appending(path: "missed.txt"), atomically: true, encoding: .utf8)
  }

  /// `TrainingData extract WEIGHTS`: JSON lines in and out like `evfacts extract`, with weights that are not in the binary yet.
  private static func extract(weights: String) throws {
    let extractor = FactExtractor(weights: try String(contentsOfFile: weights, encoding: .utf8))
    while let line = readLine() {
      let annotated = extractor.extract(try JSONDecoder().decode(AnnotatedArticle.self, from: Data(line.utf8)).article)
      let facts = annotated.facts.map { FactJSON.fact($0) }.joined(separator: ", ")
      print(
        "{\"id\": \(FactJSON.string(annotated.article.id)), \"language\": \(FactJSON.string(annotated.article.language?.rawValue)), "
          + "\"models\": \(FactJSON.models(annotated.models)), \"facts\": [\(facts)]}")
    }
  }
}

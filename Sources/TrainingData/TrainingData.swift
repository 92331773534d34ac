import Facts
import Finding
import Foundation
import Lexicon
import Linking
import Scoring

/// Writes training rows: `TrainingData OUTPUT-FOLDER FILE…`, one text file a task, a row a line.
///
/// A row is article, group, label, then the features, parted by blanks; `TASK.names` has the features' names.
@main
struct TrainingData {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "confidence", arguments.count > 2 {
      return try confidence(weights: arguments[1], files: arguments.dropFirst(2))
    }
    if arguments.first == "extract", arguments.count >= 2 {
      return try extract(weights: arguments[1], floor: arguments.count > 2 ? Double(arguments[2]) : nil)
    }
    if arguments.first == "names", arguments.count > 2 {
      return try NameRows.write(to: arguments[1], files: arguments.dropFirst(2))
    }
    guard arguments.count >= 2 else {
      FileHandle.standardError.write(Data("usage: TrainingData OUTPUT-FOLDER FILE…\n".utf8))
      exit(64)
    }
    // `TrainingData again WEIGHTS OUTPUT-FOLDER FILE…`: rows of the second look.
    if arguments[0] == "again", arguments.count >= 3 {
      let weights = try String(contentsOfFile: arguments[1], encoding: .utf8)
      return try write(TrainingRows(again: weights), to: arguments[2], files: arguments.dropFirst(3))
    }
    try write(TrainingRows(), to: arguments[0], files: arguments.dropFirst())
  }

  private static func write(_ empty: TrainingRows, to path: String, files paths: ArraySlice<String>) throws {
    let folder = URL(filePath: path)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var files: [String: String] = [:]
    var rows = empty
    var missed = ""
    var notes: [String: String] = [:]
    for path in paths {
      let annotated = try JSONDecoder().decode(
        AnnotatedArticle.self, from: Data(contentsOf: URL(filePath: path)))
      let (list, left) = rows.rows(of: annotated)
      for row in list {
        let features = row.features.map { $0 == $0.rounded() ? String(Int($0)) : String(format: "%.3f", $0) }
          .joined(separator: " ")
        files[row.task, default: ""] += "\(annotated.article.id) \(row.group) \(row.label) \(features)\n"
        notes[row.task, default: ""] += row.note.replacingOccurrences(of: "\n", with: " ") + "\n"
      }
      for fact in left { missed += "\(annotated.article.id) \(FactJSON.fact(fact))\n" }
    }
    for (task, text) in notes {
      try text.write(to: folder.appending(path: task + ".notes"), atomically: true, encoding: .utf8)
    }
    for (task, text) in files {
      try text.write(to: folder.appending(path: task + ".rows"), atomically: true, encoding: .utf8)
      try TrainingRows.featureNames(task).joined(separator: "\n").write(
        to: folder.appending(path: task + ".names"), atomically: true, encoding: .utf8)
    }
    try rows.gaps.joined(separator: "\n").write(
      to: folder.appending(path: "gaps.txt"), atomically: true, encoding: .utf8)
    try missed.write(to: folder.appending(path: "missed.txt"), atomically: true, encoding: .utf8)
  }

  /// `TrainingData extract WEIGHTS [FLOOR]`: JSON lines in and out like `evfacts extract`, with weights that are not in the binary yet.
  private static func extract(weights: String, floor: Double?) throws {
    var extractor = FactExtractor(weights: try String(contentsOfFile: weights, encoding: .utf8))
    if let floor { extractor.floor = floor }
    while let line = readLine() {
      let annotated = extractor.extract(
        try JSONDecoder().decode(AnnotatedArticle.self, from: Data(line.utf8)).article)
      let facts = annotated.facts.map { FactJSON.fact($0) }.joined(separator: ", ")
      print(
        "{\"id\": \(FactJSON.string(annotated.article.id)), \"language\": \(FactJSON.string(annotated.article.language?.rawValue)), "
          + "\"models\": \(FactJSON.models(annotated.models)), \"facts\": [\(facts)]}")
    }
  }

  /// `TrainingData confidence WEIGHTS FILE…`: rows of the task "confidence", from facts that weights trained without these articles give.
  ///
  /// A row's label says whether the fact is right at the core; facts that are annotated as optional are left out.
  private static func confidence(weights: String, files: ArraySlice<String>) throws {
    let extractor = FactExtractor(weights: try String(contentsOfFile: weights, encoding: .utf8))
    for path in files {
      let gold = try JSONDecoder().decode(AnnotatedArticle.self, from: Data(contentsOf: URL(filePath: path)))
      let list = extractor.unfiltered(gold.article)
      let pairs = FactMatch(gold).pairs(gold.facts, list.map(\.fact))
      let right = Dictionary(uniqueKeysWithValues: pairs.map { ($0.found, gold.facts[$0.gold].optional) })
      for (j, scored) in list.enumerated() where right[j] != true {
        // What says again what another fact says is merged later; it teaches nothing.
        if right[j] == nil,
          list.indices.contains(where: { right[$0] == false && scored.fact.repeats(list[$0].fact) })
        {
          continue
        }
        print(
          "\(gold.article.id) \(j) \(right[j] == nil ? 0 : 1) \(scored.features.map { String(format: "%.4f", $0) }.joined(separator: " "))"
        )
      }
    }
  }
}

extension Fact {
  /// Whether the two say the same of the same.
  fileprivate func repeats(_ other: Fact) -> Bool {
    kind == other.kind && manufacturer == other.manufacturer && model == other.model && value == other.value
      && attribute == other.attribute && market == other.market
  }
}

import EVFacts
import Foundation

/// Prints which cars come when, of all articles in folders: `launches FOLDER…`.
@main
struct Launches {
  static func main() {
    do {
      try printLaunches(folders: Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("Error: \(error)\n".utf8))
      exit(1)
    }
  }

  /// Reads the articles of folders and prints a line and the sentence for each launch.
  static func printLaunches(folders: [String]) throws {
    guard !folders.isEmpty else { throw Usage() }
    let reader = ArticleReader()
    let extractor = FactExtractor()
    for path in try folders.flatMap({ try FolderWalk.files(at: $0) }) {
      for read in try reader.read(path: path) {
        let annotated = extractor.extract(read.article)
        for fact in annotated.facts where fact.kind == .launch {
          print(line(of: fact))
          print("  “\(fact.evidence)”")
        }
      }
    }
  }

  /// `Xiaomi SU7: launch 2024-03, CN, actual`.
  static func line(of fact: Fact) -> String {
    let car = [fact.manufacturer, fact.model].compactMap(\.self).joined(separator: " ")
    let milestone = [fact.attribute, fact.when?.description].compactMap(\.self).joined(separator: " ")
    return "\(car): "
      + [milestone, fact.market, fact.status.rawValue].compactMap(\.self).joined(separator: ", ")
  }
}

/// Why there is nothing to do.
struct Usage: Error, CustomStringConvertible {
  let description = "no folder is named. Try: launches Examples/articles"
}

import Facts
import Finding
import Foundation
import Lexicon
import Scoring

/// Rows that teach which words are names of models: `TrainingData names OUTPUT-FOLDER FILE…`.
///
/// Each article is looked at several times: as if the catalogue knew none of the models, and as if it did not know one half of them and then
/// the other, by a hash of the name. The task "name" asks whether a word is a model, "name.owner" whose, and "name.longer", also with the
/// whole catalogue, whether a name goes on with the word behind it.
enum NameRows {
  /// In each of so many passes another part of the makers is withheld, with their models.
  private static let makerPasses = 3
  /// The pass with the whole catalogue.
  private static let whole = 3

  static func write(to path: String, files: ArraySlice<String>) throws {
    let folder = URL(filePath: path)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let makerless = (0..<makerPasses).map { pass in
      var lexicon = Lexicon.standard
      lexicon.catalogue = lexicon.catalogue.withholding(makers: {
        hash($0.name) % UInt64(makerPasses) == pass
      })
      return lexicon
    }
    var makers = ""
    let lexicons = (0...whole).map { pass in
      var lexicon = Lexicon.standard
      lexicon.catalogue = lexicon.catalogue.withholding { model in
        pass < whole && (pass == 0 || hash(model.maker + " " + model.name) % 2 == pass - 1)
      }
      return lexicon
    }
    var names = ""
    var owners = ""
    var joints = ""
    var notes = ""
    var jointNotes = ""
    var group = 0
    for path in files {
      let gold = try JSONDecoder().decode(AnnotatedArticle.self, from: Data(contentsOf: URL(filePath: path)))
      let answers = NameAnswers(gold)
      for lexicon in makerless {
        for word in mentions(of: gold, lexicon).makerWords {
          guard let label = answers.label(maker: word.name) else { continue }
          group += 1
          makers += row(gold, group, label, word.features)
          notes += "\(gold.article.id) \(group) \(label) maker \(word.name)\n"
        }
      }
      for (pass, lexicon) in lexicons.enumerated() {
        let mentions = mentions(of: gold, lexicon, keepsJoints: true)
        for joint in mentions.nameJoints {
          guard let label = answers.label(joint: joint.before, joint.after) else { continue }
          group += 1
          joints += row(gold, group, label, joint.features)
          jointNotes +=
            "\(gold.article.id) \(group) \(label) \(joint.maker): \(joint.before) | \(joint.after)\n"
        }
        // With the whole catalogue few words are unknown.
        if pass == NameRows.whole { continue }
        for word in mentions.wordNames {
          guard let label = answers.label(word.name) else { continue }
          group += 1
          names += row(gold, group, label, word.features)
          notes += "\(gold.article.id) \(group) \(label) \(word.name)\n"
          guard label == 1, word.owners.count > 1 else { continue }
          for owner in word.owners {
            owners += row(gold, group, answers.owns(owner.maker, word.name) ? 1 : 0, owner.features)
          }
        }
      }
    }
    for (name, text) in [
      ("name.rows", names), ("name.owner.rows", owners), ("name.notes", notes), ("name.maker.rows", makers),
      ("name.longer.rows", joints), ("name.longer.notes", jointNotes),
    ] {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
  }

  /// What an article names, as a lexicon has it.
  private static func mentions(of gold: AnnotatedArticle, _ lexicon: Lexicon, keepsJoints: Bool = false)
    -> Mentions
  {
    let language = gold.article.language ?? .english
    let title = gold.article.title.map { Mentions($0, language: language, lexicon: lexicon) }
    return Mentions(
      gold.article.text, language: language, lexicon: lexicon, title: title, isArticle: true,
      keepsJoints: keepsJoints)
  }

  private static func row(_ gold: AnnotatedArticle, _ group: Int, _ label: Int, _ features: [Float]) -> String
  {
    let values = features.map { $0 == $0.rounded() ? String(Int($0)) : String(format: "%.3f", $0) }
    return "\(gold.article.id) \(group) \(label) \(values.joined(separator: " "))\n"
  }

  /// FNV-1a: the same in every run.
  private static func hash(_ name: String) -> UInt64 {
    name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

import Facts
import Foundation
import Lexicon
import Storing

/// Completes the names of makers and models that someone has begun to type.
public struct NameCompletion: Sendable {
  /// Names with the form they are compared in, sorted by it.
  private let names: [(folded: [UInt8], name: String)]

  /// Knows these names.
  public init(names: [String]) {
    self.names = Set(names).map { (Self.folded($0), $0) }.sorted {
      ($0.folded.lexicographicallyPrecedes($1.folded) || $0.folded == $1.folded && $0.name < $1.name)
    }
  }

  /// Knows the names of the catalogue and those of a database: makers, models, and models with their makers.
  public init(store: FactStore) {
    let lexicon = Lexicon.standard(with: ((try? store.catalogue()) ?? []).map(\.row))
    let known = try? store.knownNames()
    let models =
      lexicon.catalogue.models.map { ModelName(manufacturer: $0.maker, model: $0.name) }
      + (known?.models ?? [])
    self.init(
      names: lexicon.catalogue.makers.map(\.name) + (known?.manufacturers ?? []) + models.map(\.model)
        + models.map { $0.manufacturer + " " + $0.model })
  }

  /// What the last word of a line may become, so that the line ends in a name.
  ///
  /// Behind "price of the Xiaomi S" it is `SU7`. The longest beginning of a name counts; case and accents do not matter.
  public func endings(of line: String) -> [String] {
    let bytes = Array(line.utf8)
    let word = (bytes.lastIndex { $0 == 0x20 || $0 == 0x09 } ?? -1) + 1
    guard word < bytes.count else { return [] }
    var start = 0
    while start <= word {
      let beginning = String(decoding: bytes[start...], as: UTF8.self)
      let found = named(Self.folded(beginning))
      // What stands before the last word is typed already.
      let blanks = bytes[start..<word].count { $0 == 0x20 || $0 == 0x09 }
      let endings = found.map { name in
        name.split(separator: " ", maxSplits: blanks, omittingEmptySubsequences: false).last.map(String.init)
          ?? name
      }
      if !endings.isEmpty { return endings }
      guard let blank = bytes[start...].firstIndex(where: { $0 == 0x20 || $0 == 0x09 }) else { break }
      start = blank + 1
    }
    return []
  }

  /// The names with a beginning, without doubles.
  private func named(_ beginning: [UInt8]) -> [String] {
    guard !beginning.isEmpty else { return [] }
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle].folded.lexicographicallyPrecedes(beginning) { low = middle + 1 } else { high = middle }
    }
    return names[low...].prefix { $0.folded.starts(with: beginning) }.map(\.name)
  }

  private static func folded(_ name: String) -> [UInt8] {
    Array(name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).utf8)
  }
}

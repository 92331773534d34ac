import Facts

/// Names as the scorer compares them.
enum NameMatch {
  private static let makerWords: Set<String> = [
    "auto", "automobile", "automobiles", "automotive", "motor", "motors", "ev",
  ]
  private static let electricWords: Set<String> = [
    "etech", "electric", "electrique", "électrique", "elettrica", "eléctrico",
  ]
  private static let aliases = [
    "mercedes": "mercedesbenz", "vw": "volkswagen", "vwgroup": "volkswagengroup",
    "hyundaimotorgroup": "hyundaigroup", "geelygroup": "geelyholding",
    "stellantisgroup": "stellantis", "saicgroup": "saic", "generalmotors": "gm", "general": "gm",
    "li": "liauto", "lixiang": "liauto", "gwm": "greatwall",
  ]

  /// A maker's name without the words that only say that it is a maker.
  static func brand(_ name: String) -> String {
    var key = plain(name)
    if key != "liauto" { key = plain(removing(makerWords, from: pieces(of: name))) }
    return aliases[key] ?? key
  }

  /// A model's name without its brand; with `bare`, also without the words that only say that it is electric.
  static func model(_ maker: String, _ name: String, bare: Bool) -> String {
    var rest = name.replacing("+", with: "plus")
    if bare {
      let without = removing(electricWords, from: joiningETech(pieces(of: rest)))
      if !without.isEmpty { rest = without }
    }
    let key = nameKey(rest)
    let first = maker.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    for prefix in [plain(maker), brand(maker), plain(first)]
    where !prefix.isEmpty && key.utf8.starts(with: prefix.utf8) && key.utf8.count > prefix.utf8.count {
      return String(decoding: key.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    }
    return key
  }

  /// The key of a maker's name, in which a plus is a mark like any other.
  private static func plain(_ name: String) -> String { nameKey(name.filter { $0 != "+" }) }

  /// A name cut into words and what stands between them.
  private static func pieces(of name: String) -> [String] {
    var pieces: [String] = []
    var wasWord: Bool?
    for scalar in name.unicodeScalars {
      let isWord = isOfWord(scalar)
      if isWord == wasWord, !pieces.isEmpty {
        pieces[pieces.count - 1].unicodeScalars.append(scalar)
      } else {
        pieces.append(String(scalar))
      }
      wasWord = isWord
    }
    return pieces
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      true
    default: scalar == "_"
    }
  }

  private static func removing(_ words: Set<String>, from pieces: [String]) -> String {
    pieces.filter { !words.contains($0.lowercased()) }.joined()
  }

  /// "E-Tech" and "E Tech" as one word.
  private static func joiningETech(_ pieces: [String]) -> [String] {
    var joined: [String] = []
    for piece in pieces {
      if piece.lowercased() == "tech", joined.last == "-" || joined.last == " ",
        joined.dropLast().last?.lowercased() == "e"
      {
        joined.removeLast(2)
        joined.append("etech")
      } else {
        joined.append(piece)
      }
    }
    return joined
  }
}

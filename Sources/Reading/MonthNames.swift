/// The months of the six languages, as datelines write them.
enum MonthNames {
  /// The month of a word in small letters, with or without the full stop of an abbreviation.
  static func month(_ word: String) -> Int? { numbers[word.hasSuffix(".") ? String(word.dropLast()) : word] }

  private static let numbers: [String: Int] = {
    let names = [
      "januar jänner january januari janvier gennaio enero jan janv gen ene",
      "februar feber february février febbraio febrero feb févr fév",
      "märz march mars marzo mar mär mrz",
      "april avril aprile abril apr avr abr",
      "mai may maggio mayo mag",
      "juni june juin giugno junio jun giu",
      "juli july juillet luglio julio jul juil lug",
      "august août agosto aug aou ago",
      "september septembre settembre septiembre setiembre sep sept set",
      "oktober october octobre ottobre octubre okt oct ott",
      "november novembre noviembre nov",
      "dezember december décembre dicembre diciembre dez dec déc dic",
    ]
    var numbers: [String: Int] = [:]
    for (at, row) in names.enumerated() {
      for name in row.split(separator: " ") { numbers[String(name)] = at + 1 }
    }
    return numbers
  }()
}

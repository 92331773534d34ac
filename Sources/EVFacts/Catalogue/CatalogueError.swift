/// Why a row cannot be added to the catalogue, and what to try.
public enum CatalogueError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No maker of that name is known.
  case unknownMaker(name: String)
  /// The maker has no model of that name.
  case unknownModel(name: String, maker: String)
  /// The name is there already.
  case known(name: String, what: String)
  /// The code is no market's.
  case unknownMarket(code: String)
  /// The text cannot be a name.
  case noName(text: String)
  /// No stored row has the number.
  case unknownRow(number: Int64)
  /// A table of names is not of the documented form.
  case table(path: String, line: Int, fault: String)

  /// The message, lower case, and what to try.
  public var description: String { "\(fault). Try: \(advice)" }

  /// What is wrong.
  var fault: String {
    switch self {
    case .unknownMaker(let name): "the catalogue has no maker '\(name)'"
    case .unknownModel(let name, let maker): "the catalogue has no model '\(name)' of \(maker)"
    case .known(let name, let what): "'\(name)' is in the catalogue already: \(what)"
    case .unknownMarket(let code): "'\(code)' is no market"
    case .noName(let text): "'\(text)' is no name"
    case .unknownRow(let number): "nothing with the number \(number) was added to the catalogue"
    case .table(let path, let line, let fault): "cannot read the names of '\(path)', line \(line): \(fault)"
    }
  }

  private var advice: String {
    switch self {
    case .unknownMaker(let name): "evfacts catalogue add maker '\(name)'"
    case .unknownModel(let name, let maker): "evfacts catalogue add model '\(maker)' '\(name)'"
    case .known: "another name, or evfacts catalogue list to see what was added"
    case .unknownMarket: "a country such as CN, a region such as 150, EU or overseas"
    case .noName: "one with a letter or a digit, on one line, without |"
    case .unknownRow: "evfacts catalogue list"
    case .table: "evfacts catalogue import --help for the form"
    }
  }
}

import Facts
import Lexicon
import Reporting

/// Rows for the catalogue, held against what it has: their makers and models must be there, by whatever name.
public struct CatalogueCheck {
  private let catalogue: Catalogue

  /// Makes a check against the program's catalogue and what was added to it before.
  public init(added: [CatalogueRow]) { catalogue = Lexicon.standard(with: added).catalogue }

  /// The row with canonical names, where it says something that the catalogue does not have.
  public func news(_ row: CatalogueRow) throws(CatalogueError) -> CatalogueRow {
    let row = try normal(row)
    switch row.sort {
    case .maker:
      if let name = row.manufacturer, let maker = catalogue.maker(called: name) {
        throw .known(name: name, what: maker.name)
      }
    case .model:
      if let maker = row.manufacturer, let name = row.model,
        let model = catalogue.model(called: name, of: maker)
      {
        throw .known(name: name, what: "\(maker) \(model.name)")
      }
    case .alias, .market:
      for name in row.names where catalogue.entries(called: name).contains(where: { names(row, $0) }) {
        throw .known(
          name: name,
          what: row.market ?? [row.manufacturer, row.model].compactMap(\.self).joined(separator: " "))
      }
    }
    return row
  }

  /// The row with canonical names; what the catalogue has already may be said again.
  func normal(_ row: CatalogueRow) throws(CatalogueError) -> CatalogueRow {
    var row = row
    for name in row.names + [row.manufacturer, row.model].compactMap(\.self)
    where !CatalogueCheck.isName(name) {
      throw .noName(text: name)
    }
    if let market = row.market, MarketWords.name(of: market) == market, market != "overseas" {
      throw .unknownMarket(code: market)
    }
    if let owner = row.owner { row.owner = try maker(owner) }
    switch row.sort {
    case .maker: if row.manufacturer == nil { throw .noName(text: "") }
    case .model:
      row.manufacturer = try maker(row.manufacturer ?? "")
      if row.model == nil { throw .noName(text: "") }
    case .alias:
      let maker = try maker(row.manufacturer ?? "")
      row.manufacturer = maker
      if let name = row.model {
        guard let model = catalogue.model(called: name, of: maker) else {
          throw .unknownModel(name: name, maker: maker)
        }
        row.model = model.name
      }
      if row.names.isEmpty { throw .noName(text: "") }
    case .market:
      if row.market == nil { throw .unknownMarket(code: "") }
      if row.names.isEmpty { throw .noName(text: "") }
    }
    return row
  }

  private func maker(_ name: String) throws(CatalogueError) -> String {
    guard let maker = catalogue.maker(called: name) else { throw .unknownMaker(name: name) }
    return maker.name
  }

  private func names(_ row: CatalogueRow, _ entry: NameEntry) -> Bool {
    switch entry {
    case .maker(let number): row.model == nil && catalogue.makers[number].name == row.manufacturer
    case .model(let number):
      catalogue.models[number].maker == row.manufacturer && catalogue.models[number].name == row.model
    case .market(let code, _): code == row.market
    case .nothing: false
    }
  }

  private static func isName(_ text: String) -> Bool {
    !nameKey(text).isEmpty
      && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "|" && $0.value != 0x7F }
      && !text.hasPrefix(" ") && !text.hasSuffix(" ")
  }
}

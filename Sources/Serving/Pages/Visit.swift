import EVFacts
import Foundation
import Hummingbird

/// A reader's request for a page: what was asked, by whom, and in which language they read.
struct Visit: Sendable {
  /// The path as it was asked for.
  let path: String
  /// The names in the path, decoded, in order.
  let names: [String]
  /// The query of the address.
  let query: QueryItems
  /// The words of the reader's language.
  let words: Words
  /// The language that the address asks for and that a cookie is to keep, where it asks for one.
  let newLanguage: LanguageCode?
  /// What the server remembers of the browser; `nil` where nothing can be edited.
  let session: BrowserSession?
  /// The day of the request, in UTC.
  let today: Day

  /// Reads a request.
  ///
  /// - Parameter names: the names in the path, encoded as they came.
  init(_ request: Request, names: [String]) {
    path = request.uri.path
    self.names = names.map { $0.removingPercentEncoding ?? $0 }
    query = QueryItems(request.uri.query)
    words = Words.of(ReaderLanguage.of(request, query))
    newLanguage = ReaderLanguage.chosen(query[ReaderLanguage.parameter])
    session = BrowserSession.current
    today = Self.today
  }

  /// Today, in UTC.
  static var today: Day { Day(number: Int(Date().timeIntervalSince1970 / 86_400)) }

  /// The address asked for, without the parameters named and without the choice of a language.
  func address(without names: String...) -> Address {
    let left = query.items.filter { $0.name != ReaderLanguage.parameter && !names.contains($0.name) }
    return Address(asked: path).with(left)
  }

  /// Which rows of a listing are asked for.
  func part(of limit: Int = 50) -> (offset: Int, limit: Int) {
    (
      min(query.number("offset") ?? 0, Self.farthest),
      min(max(query.number("limit") ?? limit, 1), Self.mostRows)
    )
  }

  /// The most rows of a page, so that it stays a page.
  private static let mostRows = 200
  /// The farthest row that a page begins with: nobody leafs on, and to sort so many takes long.
  private static let farthest = FactListing.countedRows

  /// What rows are sorted by where they have an order of their own: nothing unless asked.
  func ownSorting<Order: RawRepresentable<String>>(_: Order.Type) -> (order: Order?, isDescending: Bool) {
    guard let text = query["sort"] else { return (nil, false) }
    return (Order(rawValue: text.hasPrefix("-") ? String(text.dropFirst()) : text), text.hasPrefix("-"))
  }

  /// What a listing is sorted by: `sort=value`, or `sort=-value` for the last first.
  func sorting<Order: RawRepresentable<String>>(_ standard: Order, isDescending: Bool = false) -> (
    order: Order, isDescending: Bool
  ) {
    guard let text = query["sort"] else { return (standard, isDescending) }
    let name = text.hasPrefix("-") ? String(text.dropFirst()) : text
    guard let order = Order(rawValue: name) else { return (standard, isDescending) }
    return (order, text.hasPrefix("-"))
  }
}

/// How a table is sorted, and the addresses that sort it otherwise.
struct TableSorting {
  /// The column's name in addresses; `nil` where the rows stand in an order of their own.
  var order: String?
  /// Whether the last come first.
  var isDescending: Bool
  /// The address of the table without its sorting.
  var address: Address
  /// What a link to sort by a column is described by.
  var hint: String

  init<Order: RawRepresentable<String>>(_ sorting: (order: Order, isDescending: Bool), _ visit: Visit) {
    self.init(sorting.order, isDescending: sorting.isDescending, visit)
  }

  init<Order: RawRepresentable<String>>(_ order: Order?, isDescending: Bool, _ visit: Visit) {
    self.order = order?.rawValue
    self.isDescending = isDescending
    address = visit.address(without: "sort", "offset")
    hint = visit.words[.sortBy]
  }

  /// A column's head, with a link that sorts by it where it can be sorted by.
  static func head(_ name: String, _ order: String?, isNumber: Bool = false, _ sorting: TableSorting?) -> HTML
  {
    let flush: HTML = isNumber ? " class=\"n\"" : ""
    guard let sorting, let order else { return "<th scope=\"col\"\(flush)>\(name)</th>" }
    let isSorted = sorting.order == order
    let next = isSorted && !sorting.isDescending ? "-" + order : order
    let state: HTML =
      isSorted ? sorting.isDescending ? " aria-sort=\"descending\"" : " aria-sort=\"ascending\"" : ""
    let arrow: HTML =
      isSorted ? sorting.isDescending ? "▼" : "▲" : "<span class=\"idle\">↕</span>"
    return """
      <th scope="col"\(flush)\(state)><a href="\(sorting.address.with("sort", next))" title="\(sorting.hint)">\(name) \
      <span aria-hidden="true">\(arrow)</span></a></th>
      """
  }
}

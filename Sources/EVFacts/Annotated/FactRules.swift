import Facts

/// What each kind of fact must and must not say.
enum FactRules {
  /// Throws the first thing that is wrong.
  static func check(_ fact: Fact) throws(FieldError) {
    try checkValue(fact)
    try checkAttribute(fact)
    if needsModel(fact.kind), fact.model == nil { throw missing("model", fact.kind) }
    if fact.kind == .marketEntry, fact.market == nil { throw missing("market", fact.kind) }
    if fact.model != nil, fact.manufacturer == nil { throw missing("manufacturer", fact.kind) }
  }

  private static func checkValue(_ fact: Fact) throws(FieldError) {
    guard fact.kind.isNumeric else {
      guard fact.value == nil, fact.valueMax == nil else {
        throw FieldError(
          field: "value", fault: "is a number, but a \(fact.kind.rawValue) has none", sort: .notOfThisKind)
      }
      return
    }
    guard fact.value != nil else { throw missing("value", fact.kind) }
    guard let unit = fact.unit else { throw missing("unit", fact.kind) }
    guard isUnit(unit, of: fact.kind) else {
      throw FieldError(
        field: "unit", fault: "is '\(unit)', no unit of a \(fact.kind.rawValue)", sort: .wrong(unit))
    }
    guard fact.qualifier != nil else { throw missing("qualifier", fact.kind) }
    guard (fact.qualifier == .between) == (fact.valueMax != nil) else {
      let isLeft = fact.valueMax == nil
      throw FieldError(
        field: "value_max", fault: "and the qualifier 'between' go together",
        sort: isLeft ? .missing : .notOfThisKind)
    }
  }

  private static func checkAttribute(_ fact: Fact) throws(FieldError) {
    let allowed = attributes(of: fact.kind)
    guard let attribute = fact.attribute else {
      if allowed.isEmpty || fact.kind == .range { return }
      throw missing("attribute", fact.kind)
    }
    guard allowed.contains(attribute) else {
      let names = allowed.isEmpty ? "which has none" : "none of \(allowed.joined(separator: ", "))"
      throw FieldError(
        field: "attribute", fault: "of a \(fact.kind.rawValue) is '\(attribute)', \(names)",
        sort: allowed.isEmpty ? .notOfThisKind : .wrong(attribute))
    }
  }

  private static func missing(_ field: String, _ kind: FactKind) -> FieldError {
    FieldError(field: field, fault: "is missing, and a \(kind.rawValue) needs it", sort: .missing)
  }

  private static func needsModel(_ kind: FactKind) -> Bool {
    switch kind {
    case .launch, .price, .range, .bodyType: true
    case .salesTarget, .sales, .storeCount, .capacity, .marketEntry: false
    }
  }

  private static func isUnit(_ unit: String, of kind: FactKind) -> Bool {
    switch kind {
    case .launch, .marketEntry, .bodyType: false
    case .salesTarget, .sales: unit == "vehicles"
    case .storeCount: unit == "stores"
    case .capacity: unit == "vehicles/year"
    case .range: unit == "km" || unit == "mi"
    case .price: unit.utf8.count == 3 && unit.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }
  }

  private static func attributes(of kind: FactKind) -> [String] {
    switch kind {
    case .launch: Milestone.allCases.map(\.rawValue)
    case .salesTarget, .sales: Measure.allCases.map(\.rawValue)
    case .storeCount: Outlet.allCases.map(\.rawValue)
    case .price: ["start", "list", "presale"]
    case .range: ["CLTC", "WLTP", "EPA", "NEDC"]
    case .capacity, .marketEntry: []
    case .bodyType: BodyType.allCases.map(\.rawValue)
    }
  }
}

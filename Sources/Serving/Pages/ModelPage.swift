import EVFacts

/// A model: what is believed of it, its charts, and what was claimed last.
enum ModelPage {
  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    guard visit.names.count == 2 else { throw NothingThere() }
    let key = ModelName(manufacturer: nameKey(visit.names[0]), model: nameKey(visit.names[1]))
    guard let name = try store.modelName(key) else { throw NothingThere() }
    let facts = try SubjectFacts(
      makerKey: key.manufacturer, modelKey: key.model, perKind: perKind, in: store)
    let title = name.manufacturer + " " + name.model
    let sections = SubjectSections(
      words: words, address: Address("/facts").with("maker", name.manufacturer).with("model", name.model),
      without: [.subject])
    let history = Address("/history").with("maker", key.manufacturer).with("model", key.model)
    let conflicts = Address("/conflicts").with("maker", name.manufacturer).with("model", name.model)
    let changes = Address("/changes").with("maker", name.manufacturer).with("model", name.model)
    var body: HTML = """
      <p class="q">\(words.counted(.factOne, .factMany, facts.total))</p>
      \(sections.contents(facts.groups))
      <p class="links"><a href="\(history)">\(words[.history])</a> <a href="\(conflicts)">\(words[.conflicts])</a>
      <a href="\(changes)">\(words[.changes])</a></p>

      """
    let rows = facts.rows
    let targets = Attainment.pairs(of: rows.filter { $0.fact.kind == .salesTarget || $0.fact.kind == .sales })
    body += ChartFigure(words: words).html([
      LaunchTimeline.of(rows, in: words), TargetBars.of(targets, in: words),
    ])
    body += sections.html(facts.groups)
    let latest = try SubjectFacts.latest(
      makerKey: key.manufacturer, modelKey: key.model, limit: 8, in: store)
    if !latest.isEmpty {
      let table = FactTable(words: words, without: [.subject, .confidence], label: words[.latestClaims])
      body += """
        <section><h2>\(words[.latestClaims])</h2>\(table.html(latest))
        <p class="more"><a href="\(history)">\(words[.history])</a></p></section>
        """
    }
    return Page(
      title: title,
      lead:
        "<p class=\"up\"><a href=\"\(Address("/makers", key.manufacturer))\">\(name.manufacturer)</a></p>",
      section: .models, body: body)
  }

  /// The most facts of a kind: the page stays one that is read, and light.
  private static let perKind = 10
}

import Deciding
import Facts
import Finding

/// The facts of figures.
extension FactBuilder {
  /// The facts of figures: each is looked at alone first, then again beside the others, and no two may say the same of one
  /// subject with different values.
  ///
  /// One decision is made about many of them before the next, as in ``FirstBatch``.
  func valueFacts(_ candidates: [ValueCandidate], _ look: FirstLook) -> [ScoredFact] {
    var figures: [Figure] = []
    for start in stride(from: 0, to: candidates.count, by: FirstLook.batch) {
      let end = min(start + FirstLook.batch, candidates.count)
      figures += self.figures(start..<end, candidates, look)
    }
    Conflicts.settle(&figures, look)
    let qualifiers = figures.map {
      qualifier(candidates[$0.number], scene.mentions.numbers[candidates[$0.number].number], $0.kind)
    }
    let attributes = figures.map { attribute($0.kind, $0.number, candidates[$0.number], $0.entity, look) }
    let markets = figures.map { figure in
      let candidate = candidates[figure.number]
      return market(
        figure.kind, figure.unit, candidate.anchor, candidate.features, figure.subject, "market.again"
      ) { look.marketFeatures(figure.number, $0, figure.kind, figure.entity) }
    }
    return figures.indices.map { i in
      fact(of: figures[i], candidates[figures[i].number], qualifiers[i], attributes[i], markets[i])
    }
  }

  /// Whose each of some figures is and when, by probability; those that are no fact's are left out.
  private func figures(
    _ range: Range<Int>, _ candidates: [ValueCandidate], _ look: FirstLook
  ) -> [Figure] {
    var figures: [Figure] = []
    var lists: [FirstLook.Lists] = []
    for n in range {
      let candidate = candidates[n]
      let number = scene.mentions.numbers[candidate.number]
      guard let (kind, kindP) = kind(n, candidate, number.sort, look, candidates),
        let unit = unit(kind, number.sort) ?? elidedUnit(kind, candidate.anchor)
      else { continue }
      let listed = look.lists(n, of: kind) ?? self.lists(candidate, kind)
      guard !listed.subjects.isEmpty else { continue }
      lists.append(listed)
      figures.append(
        Figure(
          number: n, kind: kind, kindP: kindP, unit: unit, status: listed.status, value: number.value,
          subjects: Ballot(), keys: listed.subjects.map(\.key), entities: listed.subjects.map(\.entity),
          periods: Ballot(), dates: listed.periods.map(\.period)))
    }
    for i in figures.indices {
      let (n, subjects) = (figures[i].number, lists[i].subjects)
      let more = look.subjectFeatures(n, figures[i].entities, figures[i].kind, scene.entities)
      figures[i].subjects = Ballot(FeatureRows(subjects.map(\.features), more), "subject.again", decisions)
      if let aligned = SubjectCandidates(scene: scene).aligned(candidates[n].anchor, subjects) {
        figures[i].subjects.force(aligned)
      }
    }
    for i in figures.indices {
      let (n, dates) = (figures[i].number, lists[i].periods)
      let more = look.periodFeatures(n, figures[i].dates, figures[i].kind, figures[i].entity)
      figures[i].periods = Ballot(FeatureRows(dates.map(\.features), more), "when.again", decisions)
      if let aligned = periods.aligned(candidates[n].anchor, dates) { figures[i].periods.force(aligned) }
    }
    return figures
  }

  /// What a figure of a kind is asked about.
  private func lists(_ candidate: ValueCandidate, _ kind: FactKind) -> FirstLook.Lists {
    let status = status(candidate, kind)
    return FirstLook.Lists(
      kind: kind, status: status, subjects: subjects(candidate, kind),
      periods: periods(candidate, kind, status))
  }

  private func fact(
    of figure: Figure, _ candidate: ValueCandidate, _ qualifier: Qualifier, _ attribute: String?,
    _ market: (code: String?, choice: Choice)
  ) -> ScoredFact {
    let number = scene.mentions.numbers[candidate.number]
    let subject = figure.subject
    var fact = Fact(
      kind: figure.kind, manufacturer: subject.maker.isEmpty ? nil : subject.maker, model: subject.model,
      value: number.value, valueMax: number.valueMax, qualifier: qualifier, unit: figure.unit,
      status: figure.status, attribute: attribute, evidence: "", trail: [])
    fact.when = figure.period
    FactBuilder.closeTarget(&fact)
    fact.market = market.code
    place(&fact, candidate.anchor, number.start, number.end)
    fact.source = source(candidate.anchor)
    let (whose, when) = (figure.subjects.choice, figure.periods.choice)
    fact.trail += [
      "kind \(figure.kind.rawValue) \(percent(figure.kindP))", "subject \(percent(whose.probability))",
      "when \(percent(when.probability))",
    ]
    return ScoredFact(
      fact: fact, kind: figure.kindP, subject: whose, when: when, market: market.choice,
      isElided: number.sort == .plain && (figure.kind == .price || figure.kind == .range))
  }
}

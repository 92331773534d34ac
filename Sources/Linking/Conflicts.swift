import Facts
import Finding

/// Keeps two figures from saying the same of one subject with different values.
///
/// Method: iterated conditional modes (Besag 1986): each figure in turn takes the subject and period that are likeliest given
/// the others, where a clash costs ``cost``; a few rounds settle an article.
enum Conflicts {
  /// What a clash costs, in natural logarithms of probability.
  static let cost: Float = 1.5
  private static let rounds = 3

  static func settle(_ figures: inout [Figure], _ look: FirstLook) {
    guard figures.count > 1 else { return }
    for _ in 0..<rounds {
      var changed = false
      for i in figures.indices where settle(i, &figures, look) { changed = true }
      if !changed { return }
    }
  }

  private static func settle(_ i: Int, _ figures: inout [Figure], _ look: FirstLook) -> Bool {
    guard clashes(i, figures, look) > 0 else { return false }
    let was = (figures[i].subjects.index, figures[i].periods.index)
    var best = (score: score(i, figures, look), subject: was.0, period: was.1)
    let subjects = figures[i].subjects.isOpen ? Array(figures[i].keys.indices) : [was.0]
    let periods =
      isDated(figures[i].kind) && figures[i].periods.isOpen ? Array(figures[i].dates.indices) : [was.1]
    for subject in subjects where subject == was.0 || figures[i].subjects.probabilities[subject] > 0.02 {
      for period in periods where period == was.1 || figures[i].periods.probabilities[period] > 0.02 {
        figures[i].subjects.index = subject
        figures[i].periods.index = period
        let score = score(i, figures, look)
        if score > best.score { best = (score, subject, period) }
      }
    }
    figures[i].subjects.index = best.subject
    figures[i].periods.index = best.period
    return best.subject != was.0 || best.period != was.1
  }

  private static func isDated(_ kind: FactKind) -> Bool { kind == .sales || kind == .salesTarget }

  private static func score(_ i: Int, _ figures: [Figure], _ look: FirstLook) -> Float {
    let figure = figures[i]
    var sum = -cost * clashes(i, figures, look) + log(figure.subjects.probabilities[figure.subjects.index])
    if isDated(figure.kind), figure.periods.probabilities.indices.contains(figure.periods.index) {
      sum += log(figure.periods.probabilities[figure.periods.index])
    }
    return sum
  }

  /// How many other figures say the same with another value, each by how sure it is that it is a fact.
  private static func clashes(_ i: Int, _ figures: [Figure], _ look: FirstLook) -> Float {
    let own = figures[i]
    var sum: Float = 0
    for k in FirstLook.window(i, of: figures.count) where k != i && figures[k].kind == own.kind {
      let other = figures[k]
      guard other.value != own.value, other.entity == own.entity, other.unit == own.unit,
        other.status == own.status
      else { continue }
      let isOneMarket = look.views[own.number].market == look.views[other.number].market
      switch own.kind {
      case .sales, .salesTarget:
        guard Period.agree(own.period, other.period), isOneMarket,
          look.views[own.number].option == look.views[other.number].option
        else { continue }
      case .price: guard isOneMarket else { continue }
      case .range: break
      // Shops grow, plants are extended: their figures differ by date.
      default: continue
      }
      sum += other.kindP
    }
    return sum
  }

  /// The natural logarithm, of probabilities: by the exponent and a series, the same on every machine.
  private static func log(_ p: Float) -> Float {
    var x = Double(max(p, 1e-6))
    var halves = 0.0
    while x < 0.75 {
      x *= 2
      halves += 1
    }
    let y = (x - 1) / (x + 1)
    var term = y
    var sum = 0.0
    for k in stride(from: 1.0, through: 15, by: 2) {
      sum += term / k
      term *= y * y
    }
    return Float(2 * sum - halves * 0.6931471805599453)
  }
}

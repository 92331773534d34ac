import Facts
import Finding
import Lexicon

/// How figures and names take turns in a sentence: "BYD 71,260, Tesla 54,118" or "71,260 for BYD, 54,118 for Tesla".
struct Alternation: Sendable {
  static let names = [
    "isLeft", "isRight", "namesLeft", "namesRight", "figureFirst", "figureLast", "figures", "itemsBetween",
  ]

  private enum Item { case figure(Int), name(Int) }
  private var items: [Item] = []
  private var own: Int?
  private var shared: [Float] = [0, 0, 0, 0, 0]

  init(_ scene: Scene, _ anchor: Anchor) {
    let m = scene.mentions
    let number = scene.number(at: anchor)
    let sort = number.map { m.numbers[$0].sort }
    var placed: [(token: Int, item: Item)] = scene.numbers[anchor.sentence].compactMap { i in
      guard let sort, ValueCandidates.alike(m.numbers[i].sort, sort) else { return nil }
      return (scene.numberTokens[i].lowerBound, .figure(i))
    }
    for i in scene.names[anchor.sentence] where !scene.nameContext.leadsToModel[i] {
      placed.append((m.names[i].token, .name(i)))
    }
    placed.sort { $0.token < $1.token }
    items = placed.map(\.item)
    var figures: Float = 0
    var left: Float = 0
    var right: Float = 0
    for (k, item) in items.enumerated() {
      guard case .figure(let i) = item else { continue }
      if i == number { own = k }
      figures += 1
      if k > 0, case .name = items[k - 1] { left += 1 }
      if k + 1 < items.count, case .name = items[k + 1] { right += 1 }
    }
    guard figures > 0 else { return }
    func isFigure(_ item: Item?) -> Float { if case .figure = item { 1 } else { 0 } }
    shared = [left / figures, right / figures, isFigure(items.first), isFigure(items.last), min(figures, 9)]
  }

  /// Puts down whether a name is the figure's neighbour on either side, how the others stand, and what lies between.
  func add(_ mention: Int?, to f: inout [Float]) {
    guard let own, let mention,
      let at = items.firstIndex(where: { if case .name(let i) = $0 { i == mention } else { false } })
    else {
      f.add(0, 0)
      f.append(contentsOf: shared)
      return f.append(-1)
    }
    f.add(at == own - 1 ? 1 : 0, at == own + 1 ? 1 : 0)
    f.append(contentsOf: shared)
    f.append(Float(min(9, abs(at - own) - 1)))
  }
}

import Facts
import Finding
import Lexicon

/// The names of the sentence before: what it was about, and which came first, for "the former" and "the second".
struct NamesBefore {
  private var makers: [Int] = []
  private var models: [Int] = []

  init(_ scene: Scene, _ sentence: Int) {
    guard sentence > 0 else { return }
    let head = scene.lists.head[sentence].map { max(0, $0 - 1) } ?? sentence - 1
    for i in scene.names[head] {
      let maker = scene.entities.makersNamed[i]
      if !makers.contains(maker) { makers.append(maker) }
      let name = scene.entities.named[i]
      if scene.mentions.names[i].model != nil, !models.contains(name) { models.append(name) }
    }
  }

  /// Puts down whether a subject was first or last, its number, and how many there were.
  func add(_ entity: Int?, isModel: Bool, to f: inout [Float]) {
    guard let entity else { return f.add(0, 0, -1, 0) }
    let list = isModel ? models : makers
    let at = list.firstIndex(of: entity)
    f.add(
      at == 0 ? 1 : 0, at == list.count - 1 && at != nil ? 1 : 0, Float(at.map { min($0, 9) } ?? -1),
      Float(min(9, list.count)))
  }
}

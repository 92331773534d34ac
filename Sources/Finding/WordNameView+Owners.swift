import Facts
import Lexicon

/// Whose model a word may be.
extension WordNameView {
  /// The makers of the article with what speaks for each.
  func owners(_ places: [Range<Int>]) -> [WordName.Owner] {
    let total = Float(makers.reduce(0) { $0 + $1.count })
    var adjacent: [String: Float] = [:]
    var same: [String: Float] = [:]
    var last: [String: Float] = [:]
    var lastMaker: [String: Float] = [:]
    var behind: [String: Float] = [:]
    var distance: [String: Float] = [:]
    for place in places {
      let t = place.lowerBound
      if let before = name(endingAt: t), before.sort == .maker { adjacent[before.maker, default: 0] += 1 }
      var here: Set<String> = []
      var after: Set<String> = []
      var isFirst = true
      var isFirstMaker = true
      for name in names.reversed() where name.sort != .variant {
        if name.token >= place.upperBound {
          if sentence[name.token] == sentence[t] { after.insert(name.maker) }
          continue
        }
        if isFirst { last[name.maker, default: 0] += 1 }
        isFirst = false
        if isFirstMaker, name.sort == .maker {
          lastMaker[name.maker, default: 0] += 1
          isFirstMaker = false
        }
        let gap = Float(t - name.token)
        distance[name.maker] = min(distance[name.maker] ?? 400, gap)
        if sentence[name.token] == sentence[t] { here.insert(name.maker) }
      }
      for maker in here { same[maker, default: 0] += 1 }
      for maker in after { behind[maker, default: 0] += 1 }
    }
    let count = Float(places.count)
    let first = names.first { $0.sort != .variant }?.maker
    let title = finder.titleContext
    let family = finder.bytes(of: places[0]).prefix { Letters.isASCIILetter($0) }
    let owners = finder.catalogue.families[Array(family)] ?? []
    return makers.prefix(12).enumerated().map { rank, entry in
      let maker = entry.maker
      let models = Set(names.compactMap { $0.maker == maker ? $0.model : nil }).count
      let row = finder.catalogue.maker(named: maker)
      return WordName.Owner(
        maker: maker,
        features: [
          Float(rank), Float(entry.count) / total, Float(min(20, entry.count)),
          title.makers.contains(maker) ? 1 : 0, title.named.contains(maker) ? 1 : 0,
          (adjacent[maker] ?? 0) / count, (same[maker] ?? 0) / count, (last[maker] ?? 0) / count,
          (lastMaker[maker] ?? 0) / count, distance[maker] ?? 400, Float(min(10, models)),
          first == maker ? 1 : 0, row?.isGroup == true ? 1 : 0, row == nil ? 0 : 1,
          owners.contains(maker) ? 1 : 0, (behind[maker] ?? 0) / count, Float(makers.count), count,
        ])
    }
  }
}

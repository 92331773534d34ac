/// Why something that was asked for by name is not there.
enum LookupError: Error, CustomStringConvertible {
  case noArticle(id: String)
  case noMaker(name: String)
  case noModel(name: String)
  case noMarket(name: String)
  case noView(name: String)
  case sameDatabase(path: String)

  var description: String {
    switch self {
    case .noArticle(let id): "there is no article '\(id)'.\nTry: evfacts articles"
    case .noMaker(let name): "nobody knows a maker '\(name)'.\nTry: evfacts export manufacturers"
    case .noModel(let name): "nobody knows a model '\(name)'.\nTry: evfacts models"
    case .noView(let name): "there is no view '\(name)'.\nTry: evfacts schema"
    case .sameDatabase(let path):
      "'\(path)' is the database that the others are merged into.\nTry: another file, or another --db"
    case .noMarket(let name):
      "there is no market '\(name)'.\nTry: a name or a code, such as Germany, DE, Europe or 150"
    }
  }
}

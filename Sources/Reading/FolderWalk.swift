import Foundation

/// Lists the files of a folder that evfacts reads.
public enum FolderWalk {
  /// The readable files at a path in the order of their names: the path itself if it is a file, else all below it.
  ///
  /// Hidden files and folders are passed over, and so are links to folders, which could run in circles.
  public static func files(at path: String) throws(ReadingError) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    else { throw .missing(path: path) }
    guard isFolder.boolValue else { return [path] }
    var found: [String] = []
    try walk(path, into: &found)
    guard !found.isEmpty else { throw .folderWithoutArticles(path: path) }
    return found
  }

  private static func walk(_ folder: String, into found: inout [String]) throws(ReadingError) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { throw .unreadable(path: folder) }
    // By bytes, so that the order is the same under every locale.
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      switch attributes?[.type] as? FileAttributeType {
      case .typeDirectory: try walk(path, into: &found)
      case .typeRegular, .typeSymbolicLink: if FileFormat(name: name) != nil { found.append(path) }
      default: break
      }
    }
  }
}

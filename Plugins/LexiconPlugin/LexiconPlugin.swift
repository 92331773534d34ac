import Foundation
import PackagePlugin

/// Gives a target one Swift file, `PackedTables.swift`, with the tables below its folder, ready to be searched.
///
/// A new, changed or deleted table is picked up by the next build.
@main
struct LexiconPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let endings: Set<String> = ["tsv", "txt"]
    let folder = target.directoryURL
    guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else {
      return []
    }
    let files = walk.compactMap { $0 as? URL }.filter { endings.contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "PackedTables.swift")
    return [
      .buildCommand(
        displayName: "Packing the tables of \(target.name)",
        executable: try context.tool(named: "PackLexicon").url,
        arguments: [output.path] + files.map(\.path), inputFiles: files, outputFiles: [output])
    ]
  }
}

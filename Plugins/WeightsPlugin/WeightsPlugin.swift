import Foundation
import PackagePlugin

/// Gives a target one Swift file, `PackedWeights.swift`, with the trained weights below its folder, packed.
///
/// New weights are picked up by the next build.
@main
struct WeightsPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let endings: Set<String> = ["txt"]
    let folder = target.directoryURL
    guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else {
      return []
    }
    let files = walk.compactMap { $0 as? URL }.filter { endings.contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "PackedWeights.swift")
    return [
      .buildCommand(
        displayName: "Packing the weights of \(target.name)",
        executable: try context.tool(named: "PackWeights").url,
        arguments: [output.path] + files.map(\.path), inputFiles: files, outputFiles: [output])
    ]
  }
}

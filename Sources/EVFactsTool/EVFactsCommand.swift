import ArgumentParser
import EVFacts

@main
struct EVFactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evfacts",
    abstract: "Turns news about electric cars into facts that can be asked.",
    discussion: """
      EXAMPLES
        evfacts ingest Examples/articles
        evfacts ask "which models launch in 2025"
        evfacts export launches --format csv -o launches.csv

      EXIT STATUS
        0  done
        1  failed
        2  the question was not understood
        64 wrong usage
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(name: "Articles to facts", subcommands: [ExtractCommand.self]),
      CommandGroup(
        name: "Facts to answers", subcommands: [AskCommand.self, ExportCommand.self, ImportCommand.self]),
      CommandGroup(
        name: "Looking around",
        subcommands: [SearchCommand.self, ArticlesCommand.self, ModelsCommand.self, FactsCommand.self]),
    ])
}

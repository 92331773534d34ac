import ArgumentParser
import EVFacts

@main
struct EVFactsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evfacts", abstract: "Turns news about electric cars into facts that can be asked.")
}

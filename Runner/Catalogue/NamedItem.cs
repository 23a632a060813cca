namespace Verify.Runner.Catalogue;

/// <summary>Something that the command line can name.</summary>
/// <param name="Name">Its name, without blanks.</param>
/// <param name="Text">What it is about, in a line.</param>
internal sealed record NamedItem(string Name, string Text);

using System.Collections.Immutable;

namespace Verify.Properties.Worlds;

/// <summary>A folder of small worlds, one file each; docs/worlds.md describes the format.</summary>
public static class WorldFolder
{
    /// <summary>The extension of a world's file.</summary>
    public const string Extension = ".world";

    /// <summary>Reads every world of a folder, in the order of their names.</summary>
    /// <exception cref="TraceFormatException">A file is malformed.</exception>
    public static ImmutableArray<SmallWorld> Load(string directory) =>
    [
        .. Directory.GetFiles(directory, "*" + Extension)
            .Order(StringComparer.Ordinal)
            .Select(file => Read(File.ReadAllText(file), Path.GetFileName(file))),
    ];

    /// <summary>Reads one world from a file's text.</summary>
    /// <exception cref="TraceFormatException">With <c>file:line:column: what was expected</c>.</exception>
    public static SmallWorld Read(string text, string fileName) => new WorldReader(text, fileName).Read();
}

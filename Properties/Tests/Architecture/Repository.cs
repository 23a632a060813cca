using System.Runtime.CompilerServices;

namespace Verify.Properties.Tests.Architecture;

/// <summary>Finds the sources, for tests that read them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(ThisFile());

    private static string ThisFile([CallerFilePath] string path = "") => path;

    private static string FindRoot(string file)
    {
        DirectoryInfo? directory = Directory.GetParent(file);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Verify.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("Verify.sln is in no folder above " + file);
    }
}

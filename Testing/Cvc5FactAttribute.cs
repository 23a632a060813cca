using Xunit;

namespace Verify.Testing;

/// <summary>A test that needs the real cvc5; it is skipped if the program is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class Cvc5FactAttribute : FactAttribute
{
    private const string Program = "cvc5";

    /// <summary>Looks for the program on the PATH.</summary>
    public Cvc5FactAttribute()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, Program))))
        {
            Skip = $"{Program} is not installed: apt-get install {Program}";
        }
    }
}

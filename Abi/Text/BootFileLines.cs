using System.Text;

namespace Verify.Abi.Text;

/// <summary>
/// The lines for the files at boot: <c>dir "/a" 0755 0 0</c>, <c>file</c> and <c>fifo</c> likewise, <c>symlink "/l"
/// 0755 0 0 "/a"</c>, <c>device "/null" 0666 0 0 2</c>.
/// </summary>
internal static class BootFileLines
{
    private static readonly (string Word, int Type)[] Types =
    [
        ("dir", FileModes.Directory), ("file", FileModes.Regular), ("fifo", FileModes.Fifo),
        ("symlink", FileModes.SymbolicLink), ("device", FileModes.CharacterDevice),
    ];

    private static readonly Quoted Path = new("an absolute path");
    private static readonly Quoted Target = new("the target of the link");

    /// <summary>The first words of these lines.</summary>
    public static IEnumerable<string> Words => Types.Select(type => type.Word);

    public static void Print(StringBuilder text, in BootFile file)
    {
        int type = file.Mode & FileModes.TypeMask;
        text.Append(Types.Single(t => t.Type == type).Word).Append(' ');
        Path.Print(text, file.Path);
        text.Append(' ');
        Terms.Mode.Print(text, file.Mode & FileModes.All);
        text.Append($" {file.Uid} {file.Gid}");
        if (type == FileModes.SymbolicLink)
        {
            text.Append(' ');
            Target.Print(text, file.Target);
        }
        else if (type == FileModes.CharacterDevice)
        {
            text.Append($" {file.Device}");
        }

        text.Append('\n');
    }

    /// <summary>Reads a line, if it is one of these.</summary>
    public static bool TryParse(Scanner scanner, World world, out BootFile file)
    {
        foreach ((string word, int type) in Types)
        {
            if (scanner.TryTakeWord(word))
            {
                file = Parse(scanner, world, type);
                return true;
            }
        }

        file = default;
        return false;
    }

    private static BootFile Parse(Scanner scanner, World world, int type)
    {
        int start = scanner.Mark();
        string path = Path.Parse(scanner);
        if (Fault(path, world) is { } fault)
        {
            throw scanner.Expected(fault, start);
        }

        int mode = type | Terms.Mode.Parse(scanner) & FileModes.All;
        int uid = Terms.Uid.Parse(scanner);
        int gid = Terms.Gid.Parse(scanner);
        return new BootFile(
            path,
            mode,
            uid,
            gid,
            type == FileModes.SymbolicLink ? Target.Parse(scanner) : "",
            type == FileModes.CharacterDevice ? Terms.Device.Parse(scanner) : 0);
    }

    /// <summary>What was expected instead of a path that cannot be created; null if it can.</summary>
    private static string? Fault(string path, World world)
    {
        int slash = path.LastIndexOf('/');
        string name = path[(slash + 1)..];
        if (slash < 0 || name is "" or "." or ".." || name.Length > 255 || path.Length > 1023 || path.Contains('\0'))
        {
            return "an absolute path without a trailing slash";
        }

        return world.Files.Any(other => other.Path == path) ? "a new path"
            : slash == 0 || world.Files.Any(other =>
                other.Path == path[..slash] && (other.Mode & FileModes.TypeMask) == FileModes.Directory)
                ? null
                : "a path in a directory from an earlier line";
    }
}

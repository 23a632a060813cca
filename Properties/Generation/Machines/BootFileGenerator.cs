using System.Collections.Immutable;
using Verify.Abi;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Machines;

/// <summary>
/// Generates the files of the root file system at boot: roots for prisons, devices, and hostile symbolic links.
/// </summary>
internal static class BootFileGenerator
{
    private const int Dir = FileModes.Directory;
    private const int Regular = FileModes.Regular;
    private const int User = 1001;

    /// <summary>Each directory comes before its entries.</summary>
    private static readonly BootFile[] All =
    [
        new("/jails", Dir | Modes.Open, 0, 0),
        new("/jails/a", Dir | Modes.Open, 0, 0),
        new("/jails/b", Dir | Modes.Open, 0, 0),
        new("/jails/a/etc", Dir | Modes.Open, 0, 0),
        new("/jails/a/etc/passwd", Regular | Modes.Readable, 0, 0),
        new("/jails/a/etc/out", FileModes.SymbolicLink | Modes.Open, 0, 0, "/"),
        new("/jails/a/tmp", Dir | FileModes.Sticky | FileModes.Access, 0, 0),
        new("/jails/a/tmp/u", Regular | Octal.Mode("0600"), User, User),
        new("/jails/a/up", FileModes.SymbolicLink | Modes.Open, 0, 0, "../.."),
        new("/jails/a/dot", FileModes.SymbolicLink | Modes.Open, 0, 0, "."),
        new("/jails/a/none", FileModes.SymbolicLink | Modes.Open, 0, 0, ""),
        new("/jails/a/loop", FileModes.SymbolicLink | Modes.Open, 0, 0, "loop"),
        new("/jails/a/dev", Dir | Modes.Open, 0, 0),
        new("/jails/a/dev/null", FileModes.CharacterDevice | Modes.Writable, 0, 0, Device: 2),
        new("/jails/a/proc", Dir | Modes.Open, 0, 0),
        new("/jails/b/tmp", Dir | FileModes.Access, User, User),
        new("/jails/b/up", FileModes.SymbolicLink | Modes.Open, 0, 0, "/../a"),
        new("/dev", Dir | Modes.Open, 0, 0),
        new("/dev/null", FileModes.CharacterDevice | Modes.Writable, 0, 0, Device: 2),
        new("/dev/kmem", FileModes.CharacterDevice | Octal.Mode("0640"), 0, 2, Device: 3),
        new("/etc", Dir | Modes.Open, 0, 0),
        new("/etc/passwd", Regular | Modes.Readable, 0, 0),
        new("/tmp", Dir | FileModes.Sticky | FileModes.Access, 0, 0),
        new("/tmp/pipe", FileModes.Fifo | Modes.Writable, User, User),
        new("/home", Dir | FileModes.SetGroupId | FileModes.Access, 0, User),
        new("/home/u", Dir | Octal.Mode("0700"), User, User),
        new("/home/u/locked", Dir | Octal.Mode("0555"), User, User),
        new("/home/u/tool", Regular | FileModes.SetGroupId | Modes.Open, User, User),
        new("/mnt", Dir | Modes.Open, 0, 0),
        new("/proc", Dir | Modes.Open, 0, 0),
        new("/none", FileModes.SymbolicLink | Modes.Open, 0, 0, ""),
        new("/in", FileModes.SymbolicLink | Modes.Open, 0, 0, "jails/a"),
        new("/" + OddPaths.DotLink, FileModes.SymbolicLink | Modes.Open, 0, 0, "."),
        new("/" + OddPaths.FarLink, FileModes.SymbolicLink | Modes.Open, 0, 0, OddPaths.FarTarget),
    ];

    /// <summary>Most of the files, without those whose parent was left out.</summary>
    public static ImmutableArray<BootFile> Next(ref Prng random)
    {
        int share = random.Chance(30) ? 50 : 85;
        var files = ImmutableArray.CreateBuilder<BootFile>();
        files.Add(All[0]);
        files.Add(All[1]);
        foreach (BootFile file in All.AsSpan(2))
        {
            if (random.Chance(share) && HasParent(files, file.Path))
            {
                files.Add(random.Below(60) == 0 ? WithOddOwner(ref random, file) : file);
            }
        }

        return files.ToImmutable();
    }

    private static BootFile WithOddOwner(ref Prng random, BootFile file) => random.Chance(50)
        ? file with { Uid = EdgeIntegers.LookAlike(ref random, file.Uid) & int.MaxValue }
        : file with { Gid = EdgeIntegers.LookAlike(ref random, file.Gid) & int.MaxValue };

    private static bool HasParent(ImmutableArray<BootFile>.Builder files, string path)
    {
        ReadOnlySpan<char> parent = path.AsSpan(0, path.LastIndexOf('/'));
        foreach (BootFile file in files)
        {
            if (parent.SequenceEqual(file.Path))
            {
                return true;
            }
        }

        return parent.IsEmpty;
    }
}

using System.Collections.Immutable;
using Verify.Abi;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Machines;

/// <summary>Makes what the root file system has at boot: places for prisons, devices, links that lead astray.</summary>
internal static class BootFileGenerator
{
    private const int Dir = FileModes.Directory;
    private const int Regular = FileModes.Regular;
    private const int Open = 0x1ed;
    private const int User = 1001;

    /// <summary>A directory before what is in it.</summary>
    private static readonly BootFile[] All =
    [
        new("/jails", Dir | Open, 0, 0),
        new("/jails/a", Dir | Open, 0, 0),
        new("/jails/b", Dir | Open, 0, 0),
        new("/jails/a/etc", Dir | Open, 0, 0),
        new("/jails/a/etc/passwd", Regular | 0x1a4, 0, 0),
        new("/jails/a/etc/out", FileModes.SymbolicLink | Open, 0, 0, "/"),
        new("/jails/a/tmp", Dir | FileModes.Sticky | FileModes.Access, 0, 0),
        new("/jails/a/tmp/u", Regular | 0x180, User, User),
        new("/jails/a/up", FileModes.SymbolicLink | Open, 0, 0, "../.."),
        new("/jails/a/dot", FileModes.SymbolicLink | Open, 0, 0, "."),
        new("/jails/a/none", FileModes.SymbolicLink | Open, 0, 0, ""),
        new("/jails/a/loop", FileModes.SymbolicLink | Open, 0, 0, "loop"),
        new("/jails/a/dev", Dir | Open, 0, 0),
        new("/jails/a/dev/null", FileModes.CharacterDevice | 0x1b6, 0, 0, Device: 2),
        new("/jails/a/proc", Dir | Open, 0, 0),
        new("/jails/b/tmp", Dir | FileModes.Access, User, User),
        new("/jails/b/up", FileModes.SymbolicLink | Open, 0, 0, "/../a"),
        new("/dev", Dir | Open, 0, 0),
        new("/dev/null", FileModes.CharacterDevice | 0x1b6, 0, 0, Device: 2),
        new("/dev/kmem", FileModes.CharacterDevice | 0x1a0, 0, 2, Device: 3),
        new("/etc", Dir | Open, 0, 0),
        new("/etc/passwd", Regular | 0x1a4, 0, 0),
        new("/tmp", Dir | FileModes.Sticky | FileModes.Access, 0, 0),
        new("/tmp/pipe", FileModes.Fifo | 0x1b6, User, User),
        new("/home", Dir | FileModes.SetGroupId | FileModes.Access, 0, User),
        new("/home/u", Dir | 0x1c0, User, User),
        new("/home/u/locked", Dir | 0x16d, User, User),
        new("/home/u/tool", Regular | FileModes.SetGroupId | Open, User, User),
        new("/mnt", Dir | Open, 0, 0),
        new("/proc", Dir | Open, 0, 0),
        new("/none", FileModes.SymbolicLink | Open, 0, 0, ""),
        new("/in", FileModes.SymbolicLink | Open, 0, 0, "jails/a"),
        new("/" + OddPaths.DotLink, FileModes.SymbolicLink | Open, 0, 0, "."),
        new("/" + OddPaths.FarLink, FileModes.SymbolicLink | Open, 0, 0, OddPaths.FarTarget),
    ];

    /// <summary>Mostly most of them.</summary>
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
                files.Add(random.Below(60) == 0 ? OfOddOwner(ref random, file) : file);
            }
        }

        return files.ToImmutable();
    }

    private static BootFile OfOddOwner(ref Prng random, BootFile file) => random.Chance(50)
        ? file with { Uid = Integers.LookAlike(ref random, file.Uid) & int.MaxValue }
        : file with { Gid = Integers.LookAlike(ref random, file.Gid) & int.MaxValue };

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

using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using static Verify.Abi.Tests.StatementGen;
using static Verify.Abi.Tests.ValueGen;

namespace Verify.Abi.Tests;

/// <summary>Steps of the calls on files, processes and the whole machine, and files at boot.</summary>
internal static class SystemTraceGen
{
    public static readonly Gen<string?> AnyPath =
        Gen.OneOf(AnyText.Select(text => (string?)text), Gen.Constant<string?>(null));

    private static readonly Gen<int> AnyMode = Gen.Choose(0, 0xffff);

    public static readonly Gen<OpenOptions> AnyOptions = Gen.OneOf(
        Gen.Choose(0, 3).SelectMany(access =>
            Gen.Elements(0, 4, 8, 0x40, 0x200, 0x800, 0xa00).Select(more => (OpenOptions)(access | more))),
        AnyInt.Select(number => (OpenOptions)number));

    /// <summary>One row per case of <see cref="Call"/> on files.</summary>
    public static readonly ImmutableArray<Gen<Step>> Files =
    [
        Of(from p in Path() from o in AnyOptions from m in AnyMode select new Call.Open(p.Pid, p.Path, o, m), Number),
        Of(Two((pid, fd) => new Call.ReadDir(pid, fd)), StatementGen.Text),
        Of(Path().Select(p => new Call.Stat(p.Pid, p.Path)), StatementGen.Text),
        Of(from p in Path() from m in AnyMode select new Call.MkDir(p.Pid, p.Path, m), Number),
        Of(
            from p in Path()
            from m in AnyMode
            from d in AnyInt
            select new Call.MkNod(p.Pid, p.Path, m, d),
            Number),
        Of(from p in Path() from m in AnyMode select new Call.MkFifo(p.Pid, p.Path, m), Number),
        Of(from p in Path() from t in AnyPath select new Call.SymLink(p.Pid, t, p.Path), Number),
        Of(from p in Path() from t in AnyPath select new Call.Link(p.Pid, p.Path, t), Number),
        Of(Path().Select(p => new Call.Unlink(p.Pid, p.Path)), Number),
        Of(Path().Select(p => new Call.RmDir(p.Pid, p.Path)), Number),
        Of(from p in Path() from t in AnyPath select new Call.Rename(p.Pid, p.Path, t), Number),
        Of(from p in Path() from m in AnyMode select new Call.ChMod(p.Pid, p.Path, m), Number),
        Of(
            from p in Path()
            from uid in AnyInt
            from gid in AnyInt
            select new Call.ChOwn(p.Pid, p.Path, uid, gid),
            Number),
        Of(Path().Select(p => new Call.ChDir(p.Pid, p.Path)), Number),
        Of(Two((pid, fd) => new Call.FChDir(pid, fd)), Number),
        Of(Path().Select(p => new Call.ChRoot(p.Pid, p.Path)), Number),
        Of(from p in Path() from type in AnyText select new Call.Mount(p.Pid, type, p.Path), Number),
        Of(Path().Select(p => new Call.Unmount(p.Pid, p.Path)), Number),
        Of(
            from p in Path()
            from command in EnumOrNumber<QuotaCommand>()
            from uid in AnyInt
            from limit in AnyInt
            select new Call.QuotaCtl(p.Pid, p.Path, command, uid, limit),
            Number),
        Of(from pid in AnyInt from mask in AnyMode select new Call.UMask(pid, mask), Number),
    ];

    /// <summary>One row per case of <see cref="Call"/> on processes and the machine.</summary>
    public static readonly ImmutableArray<Gen<Step>> System =
    [
        Of(
            from pid in AnyInt
            from name in AnyText
            from text in AnyText
            select new Call.SysctlWriteText(pid, name, text),
            NumberOrText),
        Of(
            from pid in AnyInt
            from signal in AnyInt
            from action in EnumOrNumber<SignalAction>()
            from restarts in Gen.Elements(false, true)
            select new Call.SigAction(pid, signal, action, restarts),
            Number),
        Of(from pid in AnyInt select new Call.Resume(pid, "accept"), NumberFrom),
        Of(Three((pid, target, signal) => new Call.Kill(pid, target, signal)), Number),
        Of(Two((pid, target) => new Call.PTrace(pid, target)), Number),
        Of(Two((pid, target) => new Call.KTrace(pid, target)), Number),
        Of(
            from pid in AnyInt
            from target in AnyInt
            from which in EnumOrNumber<PriorityOf>()
            select new Call.GetPriority(pid, target, which),
            Number),
        Of(
            from pid in AnyInt
            from target in AnyInt
            from nice in AnyInt
            from which in EnumOrNumber<PriorityOf>()
            select new Call.SetPriority(pid, target, nice, which),
            Number),
        Of(Two((pid, target) => new Call.GetPGid(pid, target)), Number),
        Of(Two((pid, target) => new Call.GetSid(pid, target)), Number),
        Of(Three((pid, target, group) => new Call.SetPGid(pid, target, group)), Number),
        Of(AnyInt.Select(pid => new Call.GetPGrp(pid)), Number),
        Of(AnyInt.Select(pid => new Call.SetSid(pid)), Number),
        Of(Two((pid, uid) => new Call.SetEUid(pid, uid)), Number),
        Of(Two((pid, gid) => new Call.SetEGid(pid, gid)), Number),
        Of(Three((pid, real, effective) => new Call.SetReUid(pid, real, effective)), Number),
        Of(Three((pid, real, effective) => new Call.SetReGid(pid, real, effective)), Number),
        Of(AnyInt.Select(pid => new Call.GetUid(pid)), Id),
        Of(AnyInt.Select(pid => new Call.GetEUid(pid)), Id),
        Of(AnyInt.Select(pid => new Call.GetGid(pid)), Id),
        Of(AnyInt.Select(pid => new Call.GetEGid(pid)), Id),
        Of(AnyInt.Select(pid => new Call.GetGroups(pid)), StatementGen.Text),
        Of(AnyInt.Select(pid => new Call.IsSetUGid(pid)), Number),
        Of(Two((pid, gid) => new Call.SetGid(pid, gid)), Number),
        Of(
            Two((pid, gid) => new Call.SetGroups(pid, [gid, .. gid > 0 ? Enumerable.Repeat(gid, gid % 3) : []])),
            Number),
        Of(from pid in AnyInt from name in AnyPath select new Call.SetLogin(pid, name), Number),
        Of(AnyInt.Select(pid => new Call.GetLogin(pid)), StatementGen.Text),
        Of(Three((pid, current, most) => new Call.SetRLimit(pid, current, most)), Number),
        Of(AnyInt.Select(pid => new Call.GetRLimit(pid)), Number),
        Of(
            from pid in AnyInt
            from what in EnumOrNumber<Administration>()
            select new Call.Administer(pid, what),
            Number),
    ];

    /// <summary>Files at boot, each after its directory.</summary>
    public static readonly Gen<ImmutableArray<BootFile>> BootFiles =
        from names in Gen.Elements("a", "b c", "\"", "..d", "\x01").ArrayOf()
        from types in Gen.Elements(FileModes.Directory, FileModes.Regular, FileModes.Fifo, FileModes.SymbolicLink,
            FileModes.CharacterDevice).ArrayOf(names.Length)
        from mode in Gen.Choose(0, FileModes.All)
        from target in AnyText
        from id in AnyInt
        select Tree(names, types, mode, target, id);

    private static ImmutableArray<BootFile> Tree(string[] names, int[] types, int mode, string target, int id)
    {
        var files = new List<BootFile>();
        string parent = "";
        foreach ((string name, int type) in names.Zip(types))
        {
            string path = $"{parent}/{name}";
            if (files.All(file => file.Path != path))
            {
                files.Add(new BootFile(
                    path,
                    type | mode,
                    id,
                    id,
                    type == FileModes.SymbolicLink ? target : "",
                    type == FileModes.CharacterDevice ? id : 0));
                parent = type == FileModes.Directory ? path : parent;
            }
        }

        return [.. files];
    }

    private static Gen<(int Pid, string? Path)> Path() => from pid in AnyInt from path in AnyPath select (pid, path);

    private static Gen<Step> Of<T>(Gen<T> calls, Gen<Statement> outcomes)
        where T : Call => TraceGen.Of(calls, outcomes);

    private static Gen<T> Two<T>(Func<int, int, T> make) => TraceGen.Two(make);

    private static Gen<T> Three<T>(Func<int, int, int, T> make) =>
        from first in AnyInt
        from second in AnyInt
        from third in AnyInt
        select make(first, second, third);
}

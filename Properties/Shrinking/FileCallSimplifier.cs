using Verify.Abi;

namespace Verify.Properties.Shrinking;

/// <summary>Simpler forms of calls with paths.</summary>
internal static class FileCallSimplifier
{
    public static IEnumerable<Call> Simpler(Call.OnPath call) =>
        Arguments(call).Concat(PathSimplifier.Simpler(call.Path).Select(path => call with { Path = path }));

    private static IEnumerable<Call> Arguments(Call.OnPath call) => call switch
    {
        Call.Open c => Simpler(c),
        Call.MkDir c => ValueOrder.SimplerMode(c.Mode).Select(mode => c with { Mode = mode }),
        Call.MkNod c => Simpler(c),
        Call.MkFifo c => ValueOrder.SimplerMode(c.Mode).Select(mode => c with { Mode = mode }),
        Call.SymLink c => PathSimplifier.Simpler(c.Target).Select(target => c with { Target = target }),
        Call.Link c => PathSimplifier.Simpler(c.NewPath).Select(path => c with { NewPath = path }),
        Call.Rename c => PathSimplifier.Simpler(c.NewPath).Select(path => c with { NewPath = path }),
        Call.ChMod c => ValueOrder.SimplerMode(c.Mode).Select(mode => c with { Mode = mode }),
        Call.ChOwn c => Simpler(c),
        Call.Mount { Type: not "mfs" } c => [c with { Type = "mfs" }],
        Call.QuotaCtl c => Simpler(c),
        _ => [],
    };

    private static IEnumerable<Call> Simpler(Call.Open call)
    {
        const OpenOptions known = OpenOptions.O_ACCMODE | OpenOptions.O_CREAT | OpenOptions.O_EXCL;
        OpenOptions options = call.Options;
        OpenOptions[] plainer =
        [
            OpenOptions.O_RDONLY, options & known, options & ~OpenOptions.O_ACCMODE, options & ~OpenOptions.O_EXCL,
        ];
        return plainer.Where(fewer => fewer < options).Select(fewer => (Call)(call with { Options = fewer }))
            .Concat(call.Mode == 0 ? [] : [call with { Mode = 0 }]);
    }

    private static IEnumerable<Call> Simpler(Call.MkNod call) =>
    [
        .. ValueOrder.SimplerMode(call.Mode).Select(mode => call with { Mode = mode }),
        .. ValueOrder.Below(call.Device).Select(device => call with { Device = device }),
    ];

    private static IEnumerable<Call> Simpler(Call.ChOwn call) =>
    [
        .. ValueOrder.Below(call.Uid).Select(uid => call with { Uid = uid }),
        .. ValueOrder.Below(call.Gid).Select(gid => call with { Gid = gid }),
    ];

    private static IEnumerable<Call> Simpler(Call.QuotaCtl call) =>
    [
        .. ValueOrder.Below(call.Uid).Select(uid => call with { Uid = uid }),
        .. ValueOrder.Below(call.Limit).Select(limit => call with { Limit = limit }),
    ];
}

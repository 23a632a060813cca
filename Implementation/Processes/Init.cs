using Verify.Abi;
using Verify.Implementation.Files;

namespace Verify.Implementation.Processes;

/// <summary>Starts process 1: init_main.c.</summary>
internal static class Init
{
    private const int ModeMask = 2 << 3 | 2;

    public static void Start(Process init, Node root, FileTable files, Tunables tunables)
    {
        init.ModeMask = ModeMask;
        init.Limits = new DescriptorLimits(tunables.MaxFilesPerProcess, tunables.MaxFilesPerProcess);
        ProcessDirectories.Start(init, root);
        files.OpenConsole(init.Descriptors);
    }
}

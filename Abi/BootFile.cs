namespace Verify.Abi;

/// <summary>A node that the root file system has at boot, besides its root directory (mode 0755, uid and gid 0).</summary>
/// <param name="Path">Its absolute path; the directory that it is in comes before it.</param>
/// <param name="Mode">Its type and mode, see <see cref="FileModes"/>.</param>
/// <param name="Uid">Its owner.</param>
/// <param name="Gid">Its group.</param>
/// <param name="Target">Where a symbolic link leads; empty otherwise.</param>
/// <param name="Device">A device's number, or 0.</param>
public readonly record struct BootFile(
    string Path, int Mode, int Uid, int Gid, string Target = "", int Device = 0);

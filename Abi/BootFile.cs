namespace Verify.Abi;

/// <summary>A node of the root file system at boot. The root directory itself has mode 0755, uid 0 and gid 0.</summary>
/// <param name="Path">Its absolute path; its directory comes earlier in the list.</param>
/// <param name="Mode">Its type and mode, see <see cref="FileModes"/>.</param>
/// <param name="Uid">Its owner.</param>
/// <param name="Gid">Its group.</param>
/// <param name="Target">The target of a symbolic link; empty otherwise.</param>
/// <param name="Device">A device's number, or 0.</param>
public readonly record struct BootFile(
    string Path, int Mode, int Uid, int Gid, string Target = "", int Device = 0);

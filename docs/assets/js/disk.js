// Whether this page is of a copy on a disk, where no server is there to ask.
export const onDisk = location.protocol === "file:";

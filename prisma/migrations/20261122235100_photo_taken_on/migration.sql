-- AlterTable
ALTER TABLE "Photo" ADD COLUMN     "takenOn" DATE;
